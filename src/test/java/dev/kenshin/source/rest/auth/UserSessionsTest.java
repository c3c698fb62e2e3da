package dev.kenshin.source.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.source.http.LocalServer;
import org.junit.jupiter.api.Test;

class UserSessionsTest {

    @Test
    void userAndPassword_openASession_thatIsOpenedAnewOnceItIsOver() throws Exception {
        try (LocalServer server = new LocalServer()) {
            server.answer("200 OK", "{\"id\": \"session-1\"}");
            server.answer("200 OK", "{\"id\": \"session-2\"}");
            Given given = new Given(server);
            Authenticator sessions = given.authenticator(node(server, "''"));
            sessions.authenticate(Given.CALL);
            assertThat(sessions.authenticate(Given.CALL).headers()).containsEntry("X-Session", "session-1");
            assertThat(sessions.renew(Given.answer(401))).isTrue();
            assertThat(sessions.authenticate(Given.CALL).headers()).containsEntry("X-Session", "session-2");
            assertThat(given.redaction().of("pa'ss session-2")).isEqualTo("*** ***");
        }
    }

    @Test
    void sessionOfTheConfiguration_isUsedWhileItLasts() throws Exception {
        try (LocalServer server = new LocalServer()) {
            server.answer("200 OK", "{\"id\": \"session-1\"}");
            Authenticator sessions = new Given(server).authenticator(node(server, "given-session"));
            assertThat(sessions.authenticate(Given.CALL).headers()).containsEntry("X-Session", "given-session");
            sessions.renew(Given.answer(401));
            assertThat(sessions.authenticate(Given.CALL).headers()).containsEntry("X-Session", "session-1");
        }
    }

    @Test
    void missingSetting_isFoundAtOnce() {
        assertThatThrownBy(
                        () -> new Given().authenticator("{type: LegacySessionTokenAuthenticator, header: X-Session}"))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("login_url");
    }

    private static String node(LocalServer server, String session) {
        return """
                type: LegacySessionTokenAuthenticator
                url_base: "%s/api/"
                header: X-Session
                username: me
                password: "pa'ss"
                session_token: %s
                session_token_response_key: id
                login_url: session
                validate_session_url: user/current
                """.formatted("http://" + server.host(), session);
    }
}
