package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.problem.Text;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes secrets out of what is shown. More of them may become known while a run goes on. For several threads. */
public final class Redaction {
    private static final int SHORTEST = 4;
    private static final String STARS = "***";

    private final List<String> secrets = new CopyOnWriteArrayList<>();

    /** @param secrets values that must never be shown; those of fewer than four characters are too common to look for */
    public Redaction(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    /** One more value that must never be shown, such as a token that a server issued. */
    public void add(String secret) {
        if (secret.strip().length() < SHORTEST || secrets.contains(secret)) {
            return;
        }
        secrets.addAll(forms(secret));
        // The longest first, since one may be a part of another.
        secrets.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** The text with {@code ***} for each secret, as it is and as it stands in addresses and JSON. */
    public String of(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, STARS);
        }
        return redacted;
    }

    public Text of(Text text) {
        return new Text(of(text.ja()), of(text.en()));
    }

    /** The address without its query, user and password, as any of them may hold a secret that nobody knows of. */
    public String of(URI uri) {
        return of(Queries.without(uri));
    }

    @Override
    public String toString() {
        return "Redaction of " + secrets.size() + " texts";
    }

    private static List<String> forms(String secret) {
        String encoded = URLEncoder.encode(secret, UTF_8);
        return Stream.of(
                        secret,
                        encoded,
                        encoded.replace("+", "%20"),
                        secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .distinct()
                .toList();
    }
}
