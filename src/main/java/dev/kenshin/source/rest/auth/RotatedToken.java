package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.source.KeptSecrets;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The refresh token that a server put in the place of the configuration's. It is remembered together with a digest of the
 * one that was configured then: once somebody configures another, that one counts.
 *
 * @param name of this login among the secrets of the source: a digest of the token's server and the client
 * @param configured the configuration's own token; empty where the login has none
 */
record RotatedToken(String name, String configured, KeptSecrets kept, Redaction redaction) {

    static RotatedToken of(Settings settings, KeptSecrets kept, Redaction redaction) throws TemplateProblem {
        return new RotatedToken(
                digest(settings.text("token_refresh_endpoint") + "\n" + settings.text("client_id")),
                settings.text("refresh_token"),
                kept,
                redaction);
    }

    /** Empty as long as the configuration's own is the newest. */
    Optional<String> newest() throws SourceUnavailable {
        if (configured.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<String> token = kept.find(name)
                    .filter(known -> known.startsWith(prefix()))
                    .map(known -> known.substring(prefix().length()));
            token.ifPresent(redaction::add);
            return token;
        } catch (IOException e) {
            throw AuthProblems.notKept(e.getMessage());
        }
    }

    /** Takes what the server sent with an access token; it may be the old one. */
    void replace(String token) throws SourceUnavailable {
        redaction.add(token);
        if (configured.isEmpty() || token.equals(newest().orElse(configured))) {
            return;
        }
        try {
            kept.keep(name, prefix() + token);
        } catch (IOException e) {
            throw AuthProblems.notKept(e.getMessage());
        }
    }

    private String prefix() {
        return digest(configured) + " ";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RotatedToken " + name;
    }
}
