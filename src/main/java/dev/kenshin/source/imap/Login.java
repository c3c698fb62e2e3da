package dev.kenshin.source.imap;

import dev.kenshin.source.http.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who reads. Secrets are asked for at the moment of connecting, and are in no message.
 *
 * @param password as the configuration names it, <code>${MAIL_PASSWORD}</code>
 * @param token of OAuth 2.0, likewise
 * @param secrets puts values in the place of such names
 */
record Login(String user, Optional<String> password, Optional<String> token, UnaryOperator<String> secrets) {

    boolean byToken() {
        return token.isPresent();
    }

    /** The password or token itself. */
    String secret() {
        return secrets.apply(password.or(() -> token).orElse(""));
    }

    /** The same words without the secret, if a server should repeat it. */
    String redacted(String words) {
        return new Redaction(List.of(secret())).of(words);
    }

    @Override
    public String toString() {
        return "Login of " + user;
    }
}
