package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The call that asks for an access token. */
final class TokenRequest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIGNED_CLAIM = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Settings settings;
    private final Optional<Credentials> assertion;
    private final Redaction redaction;

    private TokenRequest(Settings settings, Optional<Credentials> assertion, Redaction redaction) {
        this.settings = settings;
        this.assertion = assertion;
        this.redaction = redaction;
    }

    static TokenRequest of(Settings settings, Redaction redaction) throws Unsupported, TemplateProblem {
        Optional<Credentials> assertion = Optional.empty();
        if (settings.holds("use_profile_assertion")) {
            Settings profile = settings.section("profile_assertion")
                    .orElseThrow(() -> new Unsupported(new Text(
                            "use_profile_assertion には profile_assertion が必要です。",
                            "use_profile_assertion needs a profile_assertion.")));
            assertion = Optional.of(JwtTokens.of(profile));
        }
        return new TokenRequest(settings, assertion, redaction);
    }

    /** @param refreshToken one that the server issued meanwhile; empty for that of the configuration */
    HttpCall call(Optional<String> refreshToken) throws SourceUnavailable, RateLimitSpent, TemplateProblem {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.map("refresh_request_headers").forEach((name, value) -> headers.put(name, String.valueOf(value)));
        Map<String, @Nullable Object> body = body(headers, refreshToken);
        boolean json = headers.values().stream().anyMatch(value -> value.startsWith("application/json"));
        HttpCall call = new HttpCall("POST", endpoint(), headers, json ? JSON.writeValueAsBytes(body) : form(body));
        return json ? call : call.withHeader("Content-Type", "application/x-www-form-urlencoded");
    }

    private URI endpoint() throws SourceUnavailable, TemplateProblem {
        String endpoint = settings.text("token_refresh_endpoint");
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw AuthProblems.empty(OAuthTokens.TYPE, "token_refresh_endpoint");
        }
    }

    private Map<String, @Nullable Object> body(Map<String, String> headers, Optional<String> refreshToken)
            throws SourceUnavailable, RateLimitSpent, TemplateProblem {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        String grant = settings.text("grant_type_name", "grant_type");
        if (assertion.isPresent()) {
            body.put(grant, SIGNED_CLAIM);
            body.put("assertion", assertion.get().token());
        } else {
            body.put(grant, settings.text("grant_type", "refresh_token"));
            addCredentials(headers, body);
            addRefreshToken(refreshToken, body);
        }
        if (settings.has("scopes")) {
            body.put("scopes", String.join(" ", settings.texts("scopes")));
        }
        settings.map("refresh_request_body").forEach(body::putIfAbsent);
        return body;
    }

    /** Servers that take credentials in a header refuse them in the body. */
    private void addCredentials(Map<String, String> headers, Map<String, @Nullable Object> body)
            throws TemplateProblem {
        boolean inHeader = headers.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase);
        if (!inHeader && settings.has("client_id")) {
            redaction.add(settings.text("client_secret"));
            body.put(settings.text("client_id_name", "client_id"), settings.text("client_id"));
            body.put(settings.text("client_secret_name", "client_secret"), settings.text("client_secret"));
        }
    }

    private void addRefreshToken(Optional<String> newer, Map<String, @Nullable Object> body) throws TemplateProblem {
        String token = newer.isPresent() ? newer.get() : settings.text("refresh_token");
        redaction.add(token);
        if (!token.isEmpty()) {
            body.put(settings.text("refresh_token_name", "refresh_token"), token);
        }
    }

    private static byte[] form(Map<String, @Nullable Object> body) {
        return body.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(String.valueOf(entry.getValue())))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
