package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.connector.Connectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GoogleSheetsTest {
    private static final String NPS = "/v4/spreadsheets/sandbox-nps";
    private static final Map<String, Object> ANSWERS =
            Map.of("sheet", "回答", "header-row", Map.of("from", "3", "to", "4"));

    private SampleSandbox sandbox;
    private Client google;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SampleSandbox();
        google = sandbox.client("/google").header("Authorization", "Bearer " + Sandbox.TOKEN);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"nps, 回答, 3, 4, 509", "meetings, 定例会議, 3, 3, 778", "meetings, 定性情報, 2, 2, 32"})
    void records_areThoseOfTheWorkbook(String workbook, String sheet, String from, String to, int size)
            throws Exception {
        Map<String, Object> table = Map.of("sheet", sheet, "header-row", Map.of("from", from, "to", to));
        Map<String, Object> file = new LinkedHashMap<>(table);
        file.put("path", "sample-data/surveys/" + workbook + ".xlsx");
        List<SourceRecord> records = read("sheets", online("sandbox-" + workbook), table);
        assertThat(records).hasSize(size);
        assertThat(records.stream().map(SourceRecord::fields))
                .containsExactlyElementsOf(read("excel", Map.of(), file).stream()
                        .map(SourceRecord::fields)
                        .toList());
    }

    @Test
    void serviceAccount_isGivenAToken() throws Exception {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Map<String, Object> account = Map.of(
                "type", "service_account",
                "client_email", "kenshin@sandbox.iam.gserviceaccount.com",
                "private_key_id", "k1",
                "private_key",
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----\n",
                "token_uri", sandbox.url() + "/google/token");
        Map<String, Object> source = new LinkedHashMap<>(online("sandbox-nps"));
        source.remove("token");
        source.put("credentials", new JsonMapper().writeValueAsString(account));
        assertThat(read("sheets", source, ANSWERS)).hasSize(509);
        Client.Answer refused = google.post("/token", "application/x-www-form-urlencoded", "grant_type=x");
        assertThat(refused.text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void spreadsheet_tellsItsSheets_andTheirMergedCells() throws Exception {
        Client.Answer answer = google.get(NPS);
        assertThat(answer.text("/properties/title")).isEqualTo("NPSアンケート");
        assertThat(answer.text("/sheets/0/properties/title")).isEqualTo("回答");
        assertThat(answer.at("/sheets/0/properties/gridProperties/rowCount").asInt())
                .isEqualTo(1000);
        assertThat(answer.at("/sheets/0/merges").size()).isPositive();
        assertThat(answer.at("/sheets/0/data").isMissingNode()).isTrue();
        assertThat(google.get(NPS, "fields", "sheets(data(rowMetadata(hiddenByUser)))")
                        .at("/sheets/0/data/0/rowMetadata")
                        .size())
                .isEqualTo(1000);
    }

    @Test
    void values_areAsPeopleSeeThem_unlessAskedForOtherwise() throws Exception {
        Client.Answer shown = google.get(NPS + "/values/回答!A5:C6");
        assertThat(shown.at("/values").size()).isEqualTo(2);
        assertThat(shown.at("/values/0/0").isString()).isTrue();
        Client.Answer whole =
                google.get(NPS + "/values:batchGet", "ranges", "回答", "valueRenderOption", "UNFORMATTED_VALUE");
        assertThat(whole.at("/valueRanges/0/values").size()).isGreaterThan(500);
        assertThat(google.get(NPS + "/values/回答!Z900:Z901").at("/values").isMissingNode())
                .isTrue();
    }

    @Test
    void mistakes_areToldInGooglesWords() throws Exception {
        assertThat(google.get(NPS + "/values/質問").text("/error/status")).isEqualTo("INVALID_ARGUMENT");
        assertThat(google.get(NPS + "/values/回答!A").status()).isEqualTo(400);
        assertThat(google.get("/v4/spreadsheets/other").text("/error/status")).isEqualTo("NOT_FOUND");
        assertThat(google.get("/v3/spreadsheets").status()).isEqualTo(404);
        assertThat(sandbox.client("/google").get(NPS).text("/error/code")).isEqualTo("401");
    }

    @Test
    void sixtyFirstRequestOfAMinute_isRefused() throws Exception {
        for (int i = 0; i < 60; i++) {
            google.get(NPS + "/values/回答!A1:A1");
        }
        assertThat(google.get(NPS).text("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
        sandbox.pass(60);
        assertThat(google.get(NPS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no workbook", "PK\003\004"})
    void whatIsNoWorkbook_isNamed(String content, @TempDir Path directory) throws Exception {
        CompanyFiles files = new CompanyFiles(directory, Clock.systemUTC());
        assertThat(problem(files)).isEqualTo("KEN-S72");
        Files.writeString(directory.resolve("nps.xlsx"), content);
        assertThat(problem(files)).isEqualTo("KEN-S72");
    }

    private static String problem(CompanyFiles files) {
        SourceUnavailable thrown = Objects.requireNonNull(
                catchThrowableOfType(SourceUnavailable.class, () -> files.spreadsheet("NPS", "nps.xlsx")));
        assertThat(thrown.problem().location().toString()).contains("nps.xlsx");
        return thrown.problem().code();
    }

    private Map<String, Object> online(String spreadsheet) {
        return Map.of("spreadsheet", spreadsheet, "root-url", sandbox.url() + "/google", "token", Sandbox.TOKEN);
    }

    private static List<SourceRecord> read(String type, Map<String, Object> source, Map<String, Object> table)
            throws Exception {
        StreamConfig stream = Configured.stream("answers", List.of(), table);
        return Extracts.records(
                Connectors.open(
                        Configured.source(type, source, stream),
                        Surroundings.of(
                                Path.of("").toAbsolutePath(),
                                ZoneId.of("Asia/Tokyo"),
                                Clock.systemUTC(),
                                UnaryOperator.identity())),
                stream);
    }
}
