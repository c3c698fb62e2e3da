package dev.kenshin.privacy;

import dev.kenshin.mapping.convert.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts keyed hashes in the place of values: the same value has the same pseudonym in every stream of a home, so that people
 * can still be counted and found again. Of an address the domain stays, by which accounts are linked.
 */
final class Pseudonyms {
    private static final String MARK = "p-";
    private static final int DIGITS = 32;
    private static final Pattern PSEUDONYM = Pattern.compile(MARK + "[0-9a-f]{" + DIGITS + "}(@.*)?");

    private final PersonalKey key;

    Pseudonyms(PersonalKey key) {
        this.key = key;
    }

    /** {@code p-6f0c…@example.co.jp} for an address, {@code p-6f0c…} for anything else; what says nothing, such as null, blank and なし, stays as it is. */
    @Nullable
    Object of(@Nullable Object raw) {
        String words = Words.of(raw);
        if (Words.isNothing(words)) {
            return raw;
        }
        return isOne(words) ? words : Addresses.alone(raw).map(this::ofAddress).orElseGet(() -> hash("text", words));
    }

    static boolean isOne(String words) {
        return PSEUDONYM.matcher(words).matches();
    }

    private String ofAddress(String address) {
        return hash("email", address) + address.substring(address.lastIndexOf('@'));
    }

    private String hash(String kind, String value) {
        return MARK + key.sign("pseudonym " + kind, value).substring(0, DIGITS);
    }
}
