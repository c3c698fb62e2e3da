package dev.kenshin.source.rest.auth;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.problem.Problem;
import dev.kenshin.source.KeptSecrets;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.Headers;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.HttpPolicy;
import dev.kenshin.source.http.LocalServer;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.template.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An authenticator of a manifest, with a configuration and a server that issues tokens; its clock can be moved. */
final class Given {
    static final HttpCall CALL = HttpCall.get(URI.create("https://api.example.com/items"));

    private final HttpCaller caller;
    private final Map<String, Object> config = new LinkedHashMap<>();
    private Optional<Path> kept = Optional.empty();
    private Instant now = Instant.parse("2026-10-31T09:00:00Z");
    private LoginFactory logins = requester -> {
        throw new AssertionError("nobody logs in here");
    };

    Given(LocalServer... servers) {
        Set<String> hosts = servers.length == 0 ? Set.of() : Set.of(servers[0].host());
        Duration second = Duration.ofSeconds(10);
        caller = new HttpCaller(
                new HttpPolicy(hosts, true, 100_000, second, second, 2, second),
                new MovableClock(),
                wait -> {},
                new Redaction(List.of()));
    }

    Given config(String name, Object value) {
        config.put(name, value);
        return this;
    }

    Given logins(LoginFactory factory) {
        logins = factory;
        return this;
    }

    /** Secrets are remembered in a file. */
    Given kept(Path file) {
        kept = Optional.of(file);
        return this;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Redaction redaction() {
        return caller.redaction();
    }

    HttpCaller caller() {
        return caller;
    }

    Authenticator authenticator(String yaml) throws Exception {
        Map<String, Object> node = new LinkedHashMap<>();
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        ((Map<?, ?>) loaded).forEach((key, value) -> node.put(key.toString(), value));
        Variables scope = new Variables(Map.of("config", config), new MovableClock());
        return new Authenticators(caller, scope, logins, new KeptSecrets(kept)).of(node);
    }

    HttpCall authenticated(String yaml) throws Exception {
        return authenticator(yaml).authenticate(CALL);
    }

    Problem problem(String yaml) {
        return catchThrowableOfType(SourceUnavailable.class, () -> authenticated(yaml))
                .problem();
    }

    static HttpAnswer answer(int status) {
        return new HttpAnswer(status, new Headers(Map.of()), new byte[0], CALL.uri());
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
