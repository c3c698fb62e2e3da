package dev.kenshin.privacy;

import dev.kenshin.mapping.convert.CompanyName;
import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.mapping.convert.Words;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a value names. Values of different kinds are never taken for one another, since systems number their users and
 * customers alike.
 *
 * @param name {@code email}, {@code user}, {@code contact} of a source, or the way in which a link names an account
 */
record Kind(String name) {
    static final Kind EMAIL = new Kind("email");
    static final Kind USER = new Kind("user");
    static final Kind ACCOUNT = new Kind("account.account_id");

    private static final String NAME = "name";
    private static final String DOMAIN = "email-domain";

    /** Every source numbers its contacts for itself. */
    static Kind ofContact(String source) {
        return new Kind("contact " + source);
    }

    /** Of a link: {@code name}, {@code email-domain}, {@code account.<column>}, {@code source.stream}. */
    static Kind ofLink(String by) {
        return new Kind(by);
    }

    static Kind ofCrosswalk(String source) {
        return new Kind("crosswalk " + source);
    }

    /**
     * The form in which values of this kind are compared; empty where the value says nothing, as なし or a dash do: else all
     * people without an address would be one.
     */
    String form(@Nullable Object raw) {
        String words = Words.of(raw);
        if (Words.isNothing(words)) {
            return "";
        }
        return switch (name) {
            case "email" -> Addresses.alone(raw).orElse(words);
            case NAME -> CompanyName.key(words);
            case DOMAIN -> domain(words);
            default -> words;
        };
    }

    private static String domain(String words) {
        return FieldType.EMAIL_DOMAIN.converter(ZoneOffset.UTC).convert(words) instanceof Converted read
                        && read.value() instanceof String domain
                ? domain
                : "";
    }
}
