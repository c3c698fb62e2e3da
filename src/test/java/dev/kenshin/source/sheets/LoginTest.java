package dev.kenshin.source.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.excel.Sheets;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Signing in as a service account, or as a person who once agreed. */
class LoginTest extends SheetsTest {
    private static final String EMAIL = "kenshin@cs-team.iam.gserviceaccount.com";
    private static String privateKey;

    @BeforeAll
    static void makeKey() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        byte[] key = keys.generateKeyPair().getPrivate().getEncoded();
        privateKey = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @BeforeEach
    void fill() {
        Sheets.row(sheet("回答"), 1, "番号");
        Sheets.row(google.spreadsheet(ID).getSheet("回答"), 2, 7);
    }

    @Test
    void serviceAccount_asksForATokenThatMayOnlyRead() throws Exception {
        StreamConfig stream = stream("answers");
        assertThat(Extracts.records(with(serviceAccount(), stream), stream)).hasSize(1);
        assertThat(google.requests()).extracting(GoogleImitation.Request::path).startsWith("/token");
        assertThat(google.requests()).hasSize(4);
        String assertion =
                google.requests().get(0).parameters().get("assertion").get(0);
        String claims = new String(Base64.getUrlDecoder().decode(assertion.split("\\.", -1)[1]), UTF_8);
        assertThat(claims).contains(EMAIL).contains("/auth/spreadsheets.readonly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorized_user", ""})
    void person_isSignedInByTheRefreshToken(String type) throws Exception {
        StreamConfig stream = stream("answers");
        assertThat(Extracts.records(with(person(type), stream), stream)).hasSize(1);
        assertThat(google.requests().get(0).parameters()).containsEntry("refresh_token", List.of("1//refresh"));
    }

    @Test
    void withdrawnToken_isRenewedOnce() throws Exception {
        google.breakDown(GoogleImitation.none(), exchange -> google.renewToken("ya29.another"));
        StreamConfig stream = stream("answers");
        assertThat(Extracts.records(with(serviceAccount(), stream), stream)).hasSize(1);
        assertThat(google.requests())
                .extracting(GoogleImitation.Request::path)
                .containsSubsequence("/token", "/v4/spreadsheets/survey", "/token", "/v4/spreadsheets/survey");
        assertThat(waits).isEmpty();
    }

    @Test
    void spreadsheetThatIsNotShared_isToBeSharedWithTheAccount() {
        google.breakDown(
                GoogleImitation.none(),
                GoogleImitation.error(403, "PERMISSION_DENIED", "The caller does not have permission"));
        Problem problem = problem(serviceAccount());
        assertThat(problem.code()).isEqualTo("KEN-G03");
        assertThat(problem.fix().ja()).contains(EMAIL);
        assertThat(problem.fix().en()).contains(EMAIL);
    }

    @Test
    void deletedKey_isTold() {
        google.breakDown(GoogleImitation.raw(
                400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}"));
        Problem problem = problem(serviceAccount());
        assertThat(problem.code()).isEqualTo("KEN-G02");
        assertThat(problem.message().en()).contains("invalid_grant: Invalid JWT Signature.");
        assertThat(waits).isEmpty();
    }

    @Test
    void tokensThatAreNotGivenOutJustNow_areWaitedFor() throws Exception {
        google.breakDown(GoogleImitation.raw(503, "<html>try again</html>"), GoogleImitation.raw(503, "{}"));
        StreamConfig stream = stream("answers");
        assertThat(Extracts.records(with(serviceAccount(), stream), stream)).hasSize(1);
        assertThat(waits).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "geheim",
                "{\"private_key\":\"geheim\"",
                "{\"private_key\":\"geheim\"}",
                "{\"private_key\":7,\"client_email\":\"a@b\"}",
                "{\"type\":\"external_account\",\"credential_source\":{\"executable\":{\"command\":\"geheim\"}}}",
                "{\"refresh_token\":\"geheim\",\"client_id\":\"a\",\"client_secret\":\"geheim\",\"token_uri\":\"http://example.com/\"}",
                "[\"geheim\"]"
            })
    @Threat(Danger.SECRET)
    void credentialsOfNoKnownKind_areToldButNotShown(String credentials) {
        Problem problem = problem(credentials);
        assertThat(problem.code()).isEqualTo("KEN-G01");
        assertThat(problem.toString()).doesNotContain("geheim");
        assertThat(google.requests()).isEmpty();
    }

    private Problem problem(String credentials) {
        StreamConfig stream = stream("answers");
        return Extracts.problem(with(credentials, stream), stream);
    }

    private SheetsSource with(String credentials, StreamConfig stream) {
        return source(Map.of("credentials", credentials), stream);
    }

    private String serviceAccount() {
        return json(Map.of(
                "type",
                "service_account",
                "client_email",
                EMAIL,
                "client_id",
                "1",
                "private_key_id",
                "k1",
                "private_key",
                privateKey,
                "token_uri",
                google.url() + "token"));
    }

    private String person(String type) {
        return json(Map.of(
                "type", type,
                "client_id", "app",
                "client_secret", "s",
                "refresh_token", "1//refresh",
                "token_uri", google.url() + "token"));
    }

    private static String json(Map<String, Object> content) {
        return new JsonMapper().writeValueAsString(new HashMap<>(content));
    }
}
