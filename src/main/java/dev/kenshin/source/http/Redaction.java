package dev.kenshin.source.http;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes secrets out of what is shown. More of them may become known while a run goes on. For several threads. */
public final class Redaction {
    private static final int SHORTEST = 4;
    private static final int DEEPEST = 20;
    private static final String STARS = "***";
    private static final String CUT = "…";

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
        secrets.addAll(SecretForms.of(secret));
        secret.lines().filter(line -> !line.equals(secret)).forEach(this::add); // it may be shown line by line
        // The longest first, since one may be a part of another.
        secrets.sort(Comparator.comparingInt(String::length).reversed());
    }

    /**
     * The text with {@code ***} for each secret, as it is and as it stands in addresses, JSON, XML and Base64; also for one
     * that was cut off, as {@code …} behind it tells.
     */
    public String of(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = withoutBeginnings(redacted.replace(secret, STARS), secret);
        }
        return redacted;
    }

    private static String withoutBeginnings(String text, String secret) {
        String redacted = text;
        for (int cut = redacted.indexOf(CUT); cut >= 0; cut = redacted.indexOf(CUT, cut + 1)) {
            int length = Math.min(cut, secret.length() - 1);
            while (length >= SHORTEST && !redacted.startsWith(secret.substring(0, length), cut - length)) {
                length--;
            }
            if (length >= SHORTEST) {
                redacted = redacted.substring(0, cut - length) + STARS + redacted.substring(cut);
                cut += STARS.length() - length;
            }
        }
        return redacted;
    }

    public Text of(Text text) {
        return new Text(of(text.ja()), of(text.en()));
    }

    /** A problem that may quote what it was given, as those of templates do. */
    public Problem of(Problem problem) {
        return new Problem(
                problem.severity(), problem.code(), problem.location(), of(problem.message()), of(problem.fix()));
    }

    /** A failure that tells the same of the same place, as do its causes; what else was attached to it is left out. */
    public RuntimeException of(Throwable failure) {
        return of(failure, 0);
    }

    private RuntimeException of(Throwable failure, int depth) {
        Throwable cause = depth < DEEPEST ? failure.getCause() : null;
        return new RedactedFailure(
                of(failure.toString()), failure.getStackTrace(), cause == null ? null : of(cause, depth + 1));
    }

    /** The address without its query, user and password, as any of them may hold a secret that nobody knows of. */
    public String of(URI uri) {
        return of(Queries.without(uri));
    }

    @Override
    public String toString() {
        return "Redaction of " + secrets.size() + " texts";
    }
}
