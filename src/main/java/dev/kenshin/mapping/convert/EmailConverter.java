package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.problem.Text;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses and the domains in them, lower-cased. Plausibility only: no mail is sent to find out. */
final class EmailConverter {
    private static final int LONGEST = 254;
    private static final String DOMAIN =
            "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,8}[\\p{L}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()\\[\\],;:\"]{1,64}@(" + DOMAIN + ")");
    private static final Pattern BARE_DOMAIN = Pattern.compile("@?(" + DOMAIN + ")");
    private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>");

    private static final Text NO_ADDRESS = new Text("はメールアドレスではありません。", "is not an e-mail address.");
    private static final Text NO_DOMAIN =
            new Text("はメールアドレスでもドメインでもありません。", "is neither an e-mail address nor a domain.");
    private static final Text FIX = new Text("「name@example.co.jp」の形で書いてください。", "Write it as name@example.co.jp.");
    private static final Text DOMAIN_FIX = new Text(
            "「name@example.co.jp」または「example.co.jp」の形で書いてください。", "Write it as name@example.co.jp or example.co.jp.");

    private EmailConverter() {}

    static Conversion address(@Nullable Object raw) {
        String words = Words.of(raw);
        if (Words.isNothing(words)) {
            return Conversion.UNKNOWN;
        }
        String address = bare(words);
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches()
                ? new Converted(address)
                : Failed.of("KEN-P49", words, NO_ADDRESS, FIX);
    }

    /** The domain of an address, or a domain itself. Domains of free mail say nothing about a company: unknown. */
    static Conversion domain(@Nullable Object raw) {
        String words = Words.of(raw);
        if (Words.isNothing(words)) {
            return Conversion.UNKNOWN;
        }
        String domain = domainIn(bare(words));
        if (domain.isEmpty()) {
            return Failed.of("KEN-P50", words, NO_DOMAIN, DOMAIN_FIX);
        }
        return FreeMail.hosts(domain) ? Conversion.UNKNOWN : new Converted(domain);
    }

    private static String domainIn(String words) {
        Matcher found = (words.indexOf('@') > 0 ? ADDRESS : BARE_DOMAIN).matcher(words);
        return words.length() <= LONGEST && found.matches() ? found.group(1) : "";
    }

    /** Without {@code mailto:} and without a display name around it. */
    private static String bare(String words) {
        Matcher named = NAMED.matcher(words);
        String address = (words.indexOf('<') >= 0 && named.matches() ? named.group(1) : words)
                .strip()
                .toLowerCase(Locale.ROOT);
        return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
    }
}
