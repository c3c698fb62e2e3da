package dev.kenshin.source.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of what is shown. */
public final class Redaction {
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    /** @param secrets values that must never be shown; those of fewer than four characters are too common to look for */
    public Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.strip().length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text with {@code ***} for each secret, as it is and as it stands in addresses. */
    public String of(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted;
    }

    @Override
    public String toString() {
        return "Redaction of " + secrets.size() + " secrets";
    }
}
