package dev.kenshin.source.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.http.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthTokensTest {
    private LocalServer server;
    private Given given;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
        given = new Given(server)
                .config("client_id", "me")
                .config("client_secret", "s3cret&")
                .config("refresh_token", "first-refresh");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void refreshToken_isExchangedOnce_andTheTokenKeptUntilShortlyBeforeItsEnd() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\", \"expires_in\": 600}")
                .answer("200 OK", "{\"access_token\": \"two-token\", \"expires_in\": \"600\"}");
        Authenticator oauth = given.authenticator(refresh(""));
        assertThat(token(oauth)).isEqualTo("Bearer one-token");
        given.pass(Duration.ofSeconds(569));
        assertThat(token(oauth)).isEqualTo("Bearer one-token");
        given.pass(Duration.ofSeconds(1));
        assertThat(token(oauth)).isEqualTo("Bearer two-token");
        assertThat(server.requests())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("POST /token ")
                .endsWith("grant_type=refresh_token&client_id=me&client_secret=s3cret%26&refresh_token=first-refresh");
        assertThat(given.redaction().of("one-token two-token s3cret& first-refresh"))
                .isEqualTo("*** *** *** ***");
    }

    @Test
    void refusedToken_isRenewed() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\"}")
                .answer("200 OK", "{\"access_token\": \"two-token\"}");
        Authenticator oauth = given.authenticator(refresh(""));
        assertThat(token(oauth)).isEqualTo("Bearer one-token");
        assertThat(oauth.renew(Given.answer(403))).isFalse();
        assertThat(oauth.renew(Given.answer(401))).isTrue();
        assertThat(token(oauth)).isEqualTo("Bearer two-token");
    }

    @Test
    void replacedRefreshToken_isUsedNextTime() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\", \"refresh_token\": \"second-refresh\"}")
                .answer("200 OK", "{\"access_token\": \"two-token\"}");
        Authenticator oauth = given.authenticator(refresh(""));
        token(oauth);
        oauth.renew(Given.answer(401));
        token(oauth);
        assertThat(server.requests().get(1)).endsWith("refresh_token=second-refresh");
        assertThat(given.redaction().of("second-refresh")).isEqualTo("***");
    }

    @Test
    void replacedRefreshToken_isUsedNextNight_unlessANewerOneIsConfigured(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("secrets/helpdesk.json");
        given.kept(file);
        server.answer("200 OK", "{\"access_token\": \"one-token\", \"refresh_token\": \"second-refresh\"}")
                .answer("200 OK", "{\"access_token\": \"two-token\"}")
                .answer("200 OK", "{\"access_token\": \"three-token\", \"refresh_token\": \"mine-2\"}")
                .answer("200 OK", "{\"access_token\": \"four-token\"}");
        token(given.authenticator(refresh("")));
        assertThat(file).content().contains("second-refresh").doesNotContain("first-refresh");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        token(given.authenticator(refresh("")));

        given.config("refresh_token", "mine");
        token(given.authenticator(refresh("")));
        token(given.authenticator(refresh("")));
        assertThat(server.requests().stream().map(request -> request.replaceAll("(?s).*refresh_token=", "")))
                .containsExactly("first-refresh", "second-refresh", "mine", "mine-2");
        assertThat(file).content().contains("mine-2").doesNotContain("second-refresh");
    }

    @Test
    void refreshTokenThatCannotBeKept_isAProblem(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("helpdesk.json"), "{\"a-secret");
        assertThat(given.kept(file).problem(refresh(""))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-H24");
            assertThat(problem.message().en())
                    .contains("helpdesk.json is damaged")
                    .doesNotContain("a-secret");
        });
        assertThat(server.requests()).isEmpty();
    }

    /** The grant decides; a refresh token that comes along is of no use to it. */
    @Test
    void refreshTokenThatWasNotAskedFor_isNotKept() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\", \"refresh_token\": \"unasked\"}")
                .answer("200 OK", "{\"access_token\": \"two-token\"}");
        given.config("refresh_token", "");
        Authenticator oauth = given.authenticator(refresh("grant_type: client_credentials"));
        token(oauth);
        oauth.renew(Given.answer(401));
        token(oauth);
        assertThat(server.requests().get(1)).doesNotContain("unasked");
    }

    @Test
    void clientCredentials_needNoRefreshToken() throws Exception {
        server.answer("200 OK", "{\"data\": {\"token\": \"deep-token\"}}");
        String yaml = """
                type: OAuthAuthenticator
                token_refresh_endpoint: '%s'
                grant_type: client_credentials
                client_id: "{{ config.client_id }}"
                client_secret: "{{ config.client_secret }}"
                client_id_name: app_id
                access_token_name: token
                scopes: [read, write]
                refresh_request_body: {audience: "{{ config.client_id }}-api", app_id: ignored}
                """;
        assertThat(token(given.authenticator(yaml.formatted(server.at("/token")))))
                .isEqualTo("Bearer deep-token");
        assertThat(server.requests().get(0))
                .endsWith(
                        "grant_type=client_credentials&app_id=me&client_secret=s3cret%26&scopes=read+write&audience=me-api");
    }

    @Test
    void credentialsInAHeader_areNotInTheBody() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\"}");
        token(given.authenticator(
                refresh("refresh_request_headers: {Authorization: 'Basic {{ config.client_id | base64encode }}',"
                        + " Content-Type: application/json}")));
        assertThat(server.requests().get(0))
                .contains("Authorization: Basic bWU=")
                .endsWith("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"first-refresh\"}");
    }

    @Test
    void expiryMayBeADate() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\", \"expires_in\": \"2026-10-31 09:05:00\"}")
                .answer("200 OK", "{\"access_token\": \"two-token\"}");
        Authenticator oauth = given.authenticator(refresh("token_expiry_date_format: '%Y-%m-%d %H:%M:%S'"));
        token(oauth);
        given.pass(Duration.ofMinutes(4));
        assertThat(token(oauth)).isEqualTo("Bearer one-token");
        given.pass(Duration.ofMinutes(1));
        assertThat(token(oauth)).isEqualTo("Bearer two-token");
    }

    @Test
    void refusedRequest_saysWhyWithoutSecrets() {
        server.answer(
                "400 Bad", "{\"error\": \"invalid_grant\", \"error_description\": \"first-refresh has expired\"}");
        assertThat(given.problem(refresh(""))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-H09");
            assertThat(problem.message().en())
                    .isEqualTo("The request for a token was refused (400 invalid_grant: *** has expired).");
        });
    }

    @Test
    void answerWithoutAToken_isAProblem() {
        server.answer("200 OK", "<html>");
        assertThat(given.problem(refresh("")).code()).isEqualTo("KEN-H22");
    }

    @Test
    void busyTokenServer_isAskedAgain() throws Exception {
        server.answer("503 Busy", "").answer("200 OK", "{\"access_token\": \"one-token\"}");
        assertThat(token(given.authenticator(refresh("")))).isEqualTo("Bearer one-token");
    }

    @Test
    void givenAccessToken_isUsedUntilItsEnd() throws Exception {
        server.answer("200 OK", "{\"access_token\": \"one-token\"}");
        Authenticator oauth = given.authenticator(
                refresh("access_token_value: given-token\ntoken_expiry_date: '2026-10-31T10:00:00Z'"));
        assertThat(token(oauth)).isEqualTo("Bearer given-token");
        given.pass(Duration.ofHours(1));
        assertThat(token(oauth)).isEqualTo("Bearer one-token");
    }

    private String refresh(String more) {
        return """
                type: OAuthAuthenticator
                token_refresh_endpoint: '%s'
                client_id: "{{ config['client_id'] }}"
                client_secret: "{{ config['client_secret'] }}"
                refresh_token: "{{ config['refresh_token'] }}"
                %s
                """.formatted(server.at("/token"), more);
    }

    private static String token(Authenticator authenticator) throws Exception {
        return authenticator.authenticate(Given.CALL).headers().get("Authorization");
    }
}
