package dev.kenshin.source.rest.auth;

import dev.kenshin.problem.Text;
import dev.kenshin.source.KeptSecrets;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.CachedToken.Token;
import dev.kenshin.source.rest.template.DateFormat;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Access tokens that a server issues for a refresh token, for client credentials or for a signed claim. */
final class OAuthTokens {
    static final String TYPE = "OAuthAuthenticator";
    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final Settings settings;
    private final HttpCaller caller;
    private final TokenRequest request;
    private final RotatedToken rotated;

    private OAuthTokens(Settings settings, HttpCaller caller, TokenRequest request, RotatedToken rotated) {
        this.settings = settings;
        this.caller = caller;
        this.request = request;
        this.rotated = rotated;
    }

    /** @param kept remembers refresh tokens that the server puts in the place of others */
    static Authenticator authenticator(Settings settings, HttpCaller caller, KeptSecrets kept)
            throws Unsupported, TemplateProblem {
        if (!settings.has("token_refresh_endpoint")) {
            settings.required("access_token_value");
        }
        OAuthTokens tokens = new OAuthTokens(
                settings,
                caller,
                TokenRequest.of(settings, caller.redaction()),
                RotatedToken.of(settings, kept, caller.redaction()));
        CachedToken cached = new CachedToken(tokens::issue, settings.scope().clock(), tokens.given());
        boolean renewable = settings.has("token_refresh_endpoint");
        return new TokenAuthenticator(
                TYPE,
                Injection.header("Authorization"),
                () -> "Bearer " + cached.token(),
                renewable ? Optional.of(cached) : Optional.empty(),
                caller.redaction());
    }

    /** A token that the configuration holds already. */
    private Optional<Token> given() throws TemplateProblem {
        String token = settings.text("access_token_value");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        caller.redaction().add(token);
        Optional<Instant> end = settings.has("token_expiry_date")
                ? Optional.of(end(settings.text("token_expiry_date"), true))
                : Optional.empty();
        return Optional.of(new Token(token, end));
    }

    /** One after the other for all streams of the source, so that no two of them use up the same refresh token. */
    private Token issue() throws SourceUnavailable, RateLimitSpent, TemplateProblem {
        synchronized (rotated.kept()) {
            return fetch();
        }
    }

    private Token fetch() throws SourceUnavailable, RateLimitSpent, TemplateProblem {
        String field = settings.text("access_token_name", "access_token");
        HttpAnswer answer = caller.call(request.call(rotated.newest()), OAuthJudge::judge)
                .orElseThrow(() -> AuthProblems.noToken(TYPE, field));
        TokenAnswer content = TokenAnswer.of(answer);
        String token = content.named(field).orElseThrow(() -> AuthProblems.noToken(TYPE, field));
        caller.redaction().add(token);
        rotate(content);
        Optional<String> expires = content.named(settings.text("expires_in_name", "expires_in"));
        return new Token(token, Optional.of(expires.isPresent() ? end(expires.get(), false) : now().plus(USUAL_LIFE)));
    }

    /** Before the access token is used, since the old refresh token may be worth nothing from now on. */
    private void rotate(TokenAnswer content) throws SourceUnavailable, TemplateProblem {
        Optional<Settings> updater = settings.section("refresh_token_updater");
        String name = updater.isPresent()
                ? updater.get().text("refresh_token_name", "refresh_token")
                : settings.text("refresh_token_name", "refresh_token");
        Optional<String> newer = content.named(name);
        if (newer.isPresent()) {
            rotated.replace(newer.get());
        }
    }

    /** A number of seconds, or a date where the manifest says so. */
    private Instant end(String text, boolean date) throws TemplateProblem {
        boolean time = date
                || settings.has("token_expiry_date_format")
                || settings.holds("token_expiry_is_time_of_expiration");
        if (!time && text.matches("\\d{1,12}(\\.\\d+)?")) {
            return now().plusSeconds(new BigDecimal(text).longValue());
        }
        String format = settings.text("token_expiry_date_format", "%Y-%m-%dT%H:%M:%S%z");
        return DateFormat.of(format)
                .parse(text)
                .or(() -> DateFormat.of("%Y-%m-%dT%H:%M:%S.%f%z").parse(text))
                .map(OffsetDateTime::toInstant)
                .orElseGet(() -> now().plus(date ? Duration.ZERO : USUAL_LIFE));
    }

    private Instant now() {
        return settings.scope().clock().instant();
    }

    static Text refused(HttpAnswer answer) {
        TokenAnswer content = TokenAnswer.of(answer);
        String error = content.named("error").orElse("");
        String details =
                content.named("error_description").map(text -> ": " + text).orElse("");
        return new Text(
                "トークンの取得が拒否されました(%d %s%s)。".formatted(answer.status(), error, details),
                "The request for a token was refused (%d %s%s).".formatted(answer.status(), error, details));
    }
}
