package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.source.http.Headers;
import dev.kenshin.source.http.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private int logins;

    @Test
    void session_lastsAsLongAsTheManifestSays() throws Exception {
        Given given = given();
        Authenticator session = given.authenticator(session("{type: Bearer}", "expiration_duration: PT1H"));
        assertThat(session.authenticate(Given.CALL).headers()).containsEntry("Authorization", "Bearer session-1");
        given.pass(Duration.ofMinutes(59));
        session.authenticate(Given.CALL);
        assertThat(logins).isEqualTo(1);
        given.pass(Duration.ofMinutes(1));
        assertThat(session.authenticate(Given.CALL).headers()).containsEntry("Authorization", "Bearer session-2");
    }

    @Test
    void refusedSession_isOpenedAnew() throws Exception {
        Authenticator session = given().authenticator(session("{type: Bearer}", ""));
        session.authenticate(Given.CALL);
        assertThat(session.renew(Given.answer(401))).isTrue();
        assertThat(session.authenticate(Given.CALL).headers()).containsValue("Bearer session-2");
    }

    @Test
    void session_goesWhereTheManifestPutsIt() throws Exception {
        String use =
                "{type: ApiKey, api_token: 'Token {{ session_token }}', inject_into: {inject_into: header, field_name: X-Session}}";
        assertThat(given().authenticated(session(use, "")).headers()).containsEntry("X-Session", "Token session-1");
    }

    @Test
    void sessionToken_isASecret() throws Exception {
        Given given = given();
        given.authenticated(session("{type: Bearer}", ""));
        assertThat(given.redaction().of("session-1")).isEqualTo("***");
    }

    @Test
    void loginWithoutAToken_isAProblem() {
        Given given = new Given().logins(requester -> () -> answer("{\"error\": 1}"));
        assertThat(given.problem(session("{type: Bearer}", ""))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-H22");
            assertThat(problem.message().en()).contains("'data.0.token'");
        });
    }

    @Test
    void wrongDuration_isFoundAtOnce() {
        assertThatThrownBy(() -> given().authenticator(session("{type: Bearer}", "expiration_duration: 1 hour")))
                .hasMessageContaining("duration does not take '1 hour'");
    }

    private Given given() {
        return new Given().logins(requester -> {
            assertThat(requester).containsEntry("path", "login");
            return () -> answer("{\"data\": [{\"token\": \"session-" + ++logins + "\"}]}");
        });
    }

    private static HttpAnswer answer(String body) {
        return new HttpAnswer(200, new Headers(Map.of()), body.getBytes(UTF_8), Given.CALL.uri());
    }

    private static String session(String use, String more) {
        return """
                type: SessionTokenAuthenticator
                login_requester: {type: HttpRequester, path: login}
                session_token_path: [data, "0", token]
                request_authentication: %s
                %s
                """.formatted(use, more);
    }
}
