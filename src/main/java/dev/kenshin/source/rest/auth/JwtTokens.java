package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.auth.CachedToken.Token;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that we sign ourselves: claims about who calls, in JSON (RFC 7519). */
final class JwtTokens {
    private static final String TYPE = "JwtAuthenticator";
    private static final JsonMapper JSON = new JsonMapper();
    private static final long USUAL_LIFE = 1200;

    private final Settings settings;
    private final SigningAlgorithm algorithm;

    private JwtTokens(Settings settings, SigningAlgorithm algorithm) {
        this.settings = settings;
        this.algorithm = algorithm;
    }

    static Authenticator authenticator(Settings settings, Redaction redaction) throws Unsupported, TemplateProblem {
        CachedToken cached = of(settings);
        Optional<Settings> option = settings.section("request_option");
        Injection injection = option.isPresent() ? Injection.of(option.get()) : Injection.header("Authorization");
        String prefix = settings.text("header_prefix");
        return new TokenAuthenticator(
                TYPE,
                injection,
                () -> {
                    String token = cached.token();
                    redaction.add(token);
                    return prefix.isEmpty() ? token : prefix + " " + token;
                },
                Optional.of(cached),
                redaction);
    }

    static CachedToken of(Settings settings) throws Unsupported, TemplateProblem {
        settings.required("secret_key");
        String name = String.valueOf(settings.required("algorithm"));
        SigningAlgorithm algorithm = SigningAlgorithm.named(name)
                .orElseThrow(() -> new Unsupported(new Text(
                        "署名方式「%s」には対応していません。".formatted(name),
                        "The signing algorithm '%s' is not supported.".formatted(name))));
        return new CachedToken(
                new JwtTokens(settings, algorithm)::issue, settings.scope().clock());
    }

    private Token issue() throws SourceUnavailable, TemplateProblem {
        Instant now = settings.scope().clock().instant();
        Instant end = now.plusSeconds(life());
        String signed = encoded(header()) + "." + encoded(claims(now, end));
        byte[] signature = algorithm.sign(signed.getBytes(UTF_8), key(), settings.text("passphrase"));
        return new Token(signed + "." + encoded(signature), Optional.of(end));
    }

    private long life() throws TemplateProblem {
        String seconds = settings.text("token_duration");
        return seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : USUAL_LIFE;
    }

    private Map<String, @Nullable Object> header() throws TemplateProblem {
        Map<String, @Nullable Object> header = new LinkedHashMap<>(settings.map("additional_jwt_headers"));
        Optional<Settings> named = settings.section("jwt_headers");
        if (named.isPresent()) {
            add(List.of("kid", "typ", "cty"), named.get(), header);
        }
        header.put("alg", algorithm.name());
        return header;
    }

    private Map<String, @Nullable Object> claims(Instant now, Instant end) throws TemplateProblem {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(settings.map("additional_jwt_payload"));
        Optional<Settings> named = settings.section("jwt_payload");
        if (named.isPresent()) {
            add(List.of("iss", "sub", "aud"), named.get(), claims);
        }
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", end.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        return claims;
    }

    private static void add(List<String> names, Settings from, Map<String, @Nullable Object> to)
            throws TemplateProblem {
        for (String name : names) {
            if (from.has(name)) {
                to.put(name, from.text(name));
            }
        }
    }

    private String key() throws TemplateProblem {
        String key = settings.text("secret_key");
        return settings.holds("base64_encode_secret_key")
                ? Base64.getEncoder().encodeToString(key.getBytes(UTF_8))
                : key;
    }

    private static String encoded(Map<String, @Nullable Object> part) {
        return encoded(JSON.writeValueAsBytes(part));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
