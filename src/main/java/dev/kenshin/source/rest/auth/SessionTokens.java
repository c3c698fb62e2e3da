package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.auth.CachedToken.Token;
import dev.kenshin.source.rest.template.Durations;
import dev.kenshin.source.rest.template.Template;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that a login yields. */
final class SessionTokens {
    private static final String TYPE = "SessionTokenAuthenticator";

    private final Settings settings;
    private final Login login;
    private final Redaction redaction;
    private final List<String> path;
    private final Optional<Duration> life;

    private SessionTokens(Settings settings, Login login, Redaction redaction) throws TemplateProblem {
        this.settings = settings;
        this.login = login;
        this.redaction = redaction;
        this.path = settings.texts("session_token_path");
        this.life = settings.has("expiration_duration")
                ? Optional.of(Durations.parse(settings.text("expiration_duration")))
                : Optional.empty();
    }

    /** Without a duration, a token is kept until the server refuses it. */
    static Authenticator authenticator(Settings settings, Login login, Redaction redaction)
            throws Unsupported, TemplateProblem {
        settings.required("session_token_path");
        SessionTokens tokens = new SessionTokens(settings, login, redaction);
        CachedToken cached = new CachedToken(tokens::issue, settings.scope().clock());
        Settings use = settings.section("request_authentication").orElse(settings);
        boolean bearer = "Bearer".equals(use.node().get("type"));
        Injection injection = bearer ? Injection.header("Authorization") : inject(use);
        String template = bearer ? "Bearer {{ session_token }}" : "{{ session_token }}";
        return new TokenAuthenticator(
                TYPE, injection, () -> shown(use, template, cached.token()), Optional.of(cached), redaction);
    }

    private static Injection inject(Settings use) throws Unsupported, TemplateProblem {
        use.required("inject_into");
        return Injection.of(use.section("inject_into").orElse(use));
    }

    /** What is sent: the token itself, or what the manifest makes of it. */
    private static String shown(Settings use, String otherwise, String token) throws TemplateProblem {
        Object own = use.node().get("api_token");
        return Template.of(own == null ? otherwise : own.toString())
                .text(use.scope().with("session_token", token));
    }

    private Token issue() throws SourceUnavailable, RateLimitSpent {
        HttpAnswer answer = login.call();
        String token =
                TokenAnswer.of(answer).at(path).orElseThrow(() -> AuthProblems.noToken(TYPE, String.join(".", path)));
        redaction.add(token);
        Instant now = settings.scope().clock().instant();
        return new Token(token, life.map(now::plus));
    }
}
