package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.CachedToken.Token;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in the older form of the dialect: one that the configuration names, and where that is over or there is none, one
 * that a user name and a password open.
 */
final class UserSessions {
    static final String TYPE = "LegacySessionTokenAuthenticator";

    private static final JsonMapper JSON = new JsonMapper();

    private final Settings settings;
    private final HttpCaller caller;

    private UserSessions(Settings settings, HttpCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /** @param settings with {@code url_base}, the address of the requester that the session is for */
    static Authenticator authenticator(Settings settings, HttpCaller caller) throws Unsupported, TemplateProblem {
        for (String name : List.of("header", "login_url", "session_token_response_key", "url_base")) {
            settings.required(name);
        }
        UserSessions sessions = new UserSessions(settings, caller);
        String given = settings.text("session_token");
        caller.redaction().add(given);
        Optional<Token> first = given.isEmpty() ? Optional.empty() : Optional.of(new Token(given, Optional.empty()));
        CachedToken cached = new CachedToken(sessions::issue, settings.scope().clock(), first);
        return new TokenAuthenticator(
                TYPE, Injection.header(settings.text("header")), cached, Optional.of(cached), caller.redaction());
    }

    private Token issue() throws SourceUnavailable, RateLimitSpent, TemplateProblem {
        HttpAnswer answer = caller.call(login(), OAuthJudge::judge)
                .orElseThrow(() -> new IllegalStateException("a login must not be ignored"));
        String key = settings.text("session_token_response_key");
        String token = TokenAnswer.of(answer).at(List.of(key)).orElseThrow(() -> AuthProblems.noToken(TYPE, key));
        caller.redaction().add(token);
        return new Token(token, Optional.empty());
    }

    private HttpCall login() throws SourceUnavailable, TemplateProblem {
        String user = settings.text("username");
        String password = settings.text("password");
        if (user.isEmpty() || password.isEmpty()) {
            throw AuthProblems.empty(TYPE, user.isEmpty() ? "username" : "password");
        }
        caller.redaction().add(password);
        byte[] body = JSON.writeValueAsBytes(Map.of("username", user, "password", password));
        return new HttpCall("POST", address(), Map.of("Content-Type", "application/json"), body);
    }

    private URI address() throws SourceUnavailable, TemplateProblem {
        try {
            return URI.create(settings.text("url_base").strip() + settings.text("login_url"));
        } catch (IllegalArgumentException e) {
            throw AuthProblems.empty(TYPE, "login_url");
        }
    }
}
