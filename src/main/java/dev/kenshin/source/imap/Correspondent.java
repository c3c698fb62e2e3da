package dev.kenshin.source.imap;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who wrote or got a message.
 *
 * @param name empty where none was written
 */
record Correspondent(String address, String name) {
    /** Stand around the number of an encoded word while addresses are told apart; no mailer writes them. */
    private static final String BEFORE = "\uE000";

    private static final String AFTER = "\uE001";
    private static final Pattern HIDDEN = Pattern.compile(BEFORE + "(\\d+)" + AFTER);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\],;:\"@]+@[^\\s<>()\\[\\],;:\"@]+");

    /** @param raw a header of addresses, unfolded, one character a byte */
    static List<Correspondent> of(String raw) {
        List<String> words = new ArrayList<>();
        String text = HeaderText.decoded(raw.replaceAll("[" + BEFORE + AFTER + "]", ""), word -> {
            words.add(word);
            return BEFORE + (words.size() - 1) + AFTER;
        });
        try {
            return Arrays.stream(InternetAddress.parseHeader(text, false))
                    .filter(address -> !address.isGroup())
                    .map(address -> of(address, words))
                    .toList();
        } catch (AddressException e) {
            return ADDRESS.matcher(text)
                    .results()
                    .map(found -> new Correspondent(found.group(), ""))
                    .toList();
        }
    }

    private static Correspondent of(InternetAddress address, List<String> words) {
        String name = Optional.ofNullable(address.getPersonal()).orElse("");
        String shown = shown(address.getAddress(), words);
        Matcher clean = ADDRESS.matcher(shown);
        return new Correspondent(
                clean.find() ? clean.group() : shown,
                unquoted(shown(name, words).strip()));
    }

    private static String shown(String text, List<String> words) {
        return HIDDEN.matcher(text).replaceAll(hidden -> Matcher.quoteReplacement(word(hidden, words)));
    }

    private static String word(MatchResult hidden, List<String> words) {
        return words.get(Integer.parseInt(hidden.group(1)));
    }

    /** Some mailers encode the quotes, too. */
    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
