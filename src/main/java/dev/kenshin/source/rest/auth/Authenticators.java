package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.problem.Text;
import dev.kenshin.source.KeptSecrets;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.template.TemplateProblem;
import dev.kenshin.source.rest.template.Variables;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes authenticators of a manifest's nodes. */
public final class Authenticators {
    private final HttpCaller caller;
    private final Variables scope;
    private final LoginFactory logins;
    private final KeptSecrets kept;
    private final Redaction redaction;

    /**
     * @param caller fetches tokens
     * @param scope holds {@code config}
     * @param logins makes the calls of login requesters
     * @param kept remembers tokens that servers put in the place of others
     */
    public Authenticators(HttpCaller caller, Variables scope, LoginFactory logins, KeptSecrets kept) {
        this.caller = caller;
        this.scope = scope;
        this.logins = logins;
        this.kept = kept;
        this.redaction = caller.redaction();
    }

    /**
     * The authenticator that a node describes. Nobody is called before the first call is authenticated.
     *
     * @param node as the manifest has it, after {@code $ref} and {@code $parameters} were resolved and with its type; empty
     *     for none
     * @throws Unsupported if there is no such authenticator here, or it lacks a setting
     * @throws TemplateProblem if one of its templates cannot be read or evaluated
     */
    public Authenticator of(Map<String, @Nullable Object> node) throws Unsupported, TemplateProblem {
        Settings settings = new Settings(node, scope.with("parameters", parameters(node)));
        String type = node.isEmpty() ? "NoAuth" : type(node);
        return switch (type) {
            case "NoAuth" -> call -> call;
            case "BearerAuthenticator" -> bearer(settings);
            case "ApiKeyAuthenticator" -> apiKey(settings);
            case "BasicHttpAuthenticator" -> basic(settings);
            case "OAuthAuthenticator" -> OAuthTokens.authenticator(settings, caller, kept);
            case "JwtAuthenticator" -> JwtTokens.authenticator(settings, redaction);
            case "SessionTokenAuthenticator" -> session(settings);
            case "SelectiveAuthenticator" -> selected(settings);
            case UserSessions.TYPE -> UserSessions.authenticator(settings, caller);
            default ->
                throw new Unsupported(new Text(
                        "認証「%s」には対応していません。".formatted(type),
                        "The authenticator '%s' is not supported.".formatted(type)));
        };
    }

    private static Map<?, ?> parameters(Map<String, @Nullable Object> node) {
        return node.get("$parameters") instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Those of the dialect's Python have a class in its place. */
    private static String type(Map<String, @Nullable Object> node) throws Unsupported {
        Object type = node.get("type") == null ? node.get("class_name") : node.get("type");
        if (type == null) {
            throw new Unsupported(new Text("authenticator に type がありません。", "An authenticator lacks its type."));
        }
        return type.toString();
    }

    private Authenticator bearer(Settings settings) throws Unsupported {
        settings.required("api_token");
        return fixed(settings, Injection.header("Authorization"), () -> "Bearer " + secret(settings, "api_token"));
    }

    private Authenticator apiKey(Settings settings) throws Unsupported, TemplateProblem {
        Optional<Settings> option = settings.section("inject_into");
        if (option.isEmpty()) {
            settings.required("header");
        }
        settings.required("api_token");
        Injection injection =
                option.isPresent() ? Injection.of(option.get()) : Injection.header(settings.text("header"));
        return fixed(settings, injection, () -> secret(settings, "api_token"));
    }

    private Authenticator basic(Settings settings) {
        return fixed(settings, Injection.header("Authorization"), () -> {
            String both = settings.text("username") + ":" + settings.text("password");
            String encoded = Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
            redaction.add(settings.text("password"));
            redaction.add(encoded);
            return "Basic " + encoded;
        });
    }

    private Authenticator session(Settings settings) throws Unsupported, TemplateProblem {
        if (!(settings.required("login_requester") instanceof Map<?, ?> requester)
                || settings.section("request_authentication").isEmpty()) {
            throw new Unsupported(Text.same("SessionTokenAuthenticator: login_requester, request_authentication"));
        }
        Login login = logins.login(Settings.typed(requester));
        return SessionTokens.authenticator(settings, login, redaction);
    }

    /** The one that a value of the configuration names. */
    private Authenticator selected(Settings settings) throws Unsupported, TemplateProblem {
        Object value = scope.values().get("config");
        for (String key : settings.texts("authenticator_selection_path")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        Object chosen =
                settings.required("authenticators") instanceof Map<?, ?> all ? all.get(String.valueOf(value)) : null;
        if (!(chosen instanceof Map<?, ?> node)) {
            String path = String.join(".", settings.texts("authenticator_selection_path"));
            throw new Unsupported(new Text(
                    "config の「%s」(%s)に合う認証がありません。".formatted(path, value),
                    "No authenticator goes with '%s' (%s) in config.".formatted(path, value)));
        }
        Map<String, @Nullable Object> values = Settings.typed(node);
        values.putIfAbsent("url_base", settings.node().get("url_base"));
        return of(values);
    }

    private Authenticator fixed(Settings settings, Injection injection, Credentials credentials) {
        String type = String.valueOf(settings.node().get("type"));
        return new TokenAuthenticator(type, injection, credentials, Optional.empty(), redaction);
    }

    private String secret(Settings settings, String name) throws SourceUnavailable, TemplateProblem {
        String secret = settings.text(name);
        if (secret.isEmpty()) {
            throw AuthProblems.empty(String.valueOf(settings.node().get("type")), name);
        }
        redaction.add(secret);
        return secret;
    }
}
