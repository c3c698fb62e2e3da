package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private TestCompany company;
    private Shell shell;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        shell = Shell.of(company.directory, "en");
    }

    @Test
    void configurationInOrder_isCounted() {
        assertThat(shell.run("check")).isZero();
        assertThat(shell.out()).contains("in order", "4 sources", "4 mappings", "6 metrics", "2 scorecards");
        assertThat(company.home.directory()).doesNotExist();
    }

    @Test
    void shippedConfiguration_isInOrder() {
        Shell shipped = new Shell("--lang=en", "--config=config");
        assertThat(shipped.run("check")).as(shipped.err()).isZero();
    }

    @Test
    void manifest_saysWhichOfItsStreamsCanBeRead_andWhyOthersCannot() throws Exception {
        Files.createDirectories(company.file("config/connectors"));
        Files.writeString(company.file("config/connectors/helpdesk.yaml"), """
                streams:
                  - name: visits
                    retriever:
                      requester: { url_base: https://api.example.com }
                      record_selector: { extractor: { field_path: [] } }
                  - { name: odd, retriever: { type: CustomRetriever } }
                """);
        Files.writeString(company.file("config/sources/helpdesk.yaml"), """
                type: rest
                manifest: config/connectors/helpdesk.yaml
                streams: { visits: {}, odd: {} }
                """);
        change("jobs/nightly.yaml", "survey]", "survey, helpdesk]");
        assertThat(shell.run("check")).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains(
                        "KEN-R04", "'odd' is skipped", "helpdesk: 1/2 streams can be read: visits", "CustomRetriever");
    }

    @Test
    void thirteenMistakes_areReportedInOneGo() throws Exception {
        change("jobs/nightly.yaml", "publish: [tables]", "publish: [tabels]");
        change("jobs/nightly.yaml", "[crm, support, survey]", "[crm, suport, survey]");
        change("config/sources/crm.yaml", "type: csv", "type: csv\ndelimiter: ';;'");
        change("config/sources/survey.yaml", "sheet: 回答", "shet: 回答");
        change("config/usage/product.yaml", "account.tenant_id", "account.tenant");
        change("config/mappings/contract.yaml", "席数, type: integer", "席数, type: intger");
        change("config/mappings/answer.yaml", "  score:", "  scor:");
        change("config/metrics/all.yaml", "sum(seats)", "sum(seets)");
        change("config/metrics/all.yaml", "nullif(seats, 0)", "nullif(seatz, 0)");
        change("config/segments.yaml", "tenure_days < 60", "tenure_days <");
        change("config/scorecards/standard.yaml", "open_tickets: {", "opn_tickets: {");
        change("config/scorecards/standard.yaml", "active_users_28d = 0", "active_users = 0");
        change("config/scorecards/newcomers.yaml", "stage = 'newcomer'", "stag = 'newcomer'");
        assertThat(shell.run("check")).isEqualTo(78);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err())
                .contains(
                        "crm.yaml:2:",
                        "survey.yaml:3:40 KEN-C05",
                        "product.yaml:4:11 KEN-P11",
                        "contract.yaml:7:28 KEN-C08",
                        "answer.yaml:7:3 KEN-P01",
                        "all.yaml:10:14 KEN-M03",
                        "all.yaml:14:36 KEN-M03",
                        "segments.yaml:4:36 KEN-M01",
                        "standard.yaml:12:7 KEN-C20",
                        "standard.yaml:15:19 KEN-M03",
                        "newcomers.yaml:2:13 KEN-M03",
                        "nightly.yaml:1:16 KEN-C20",
                        "nightly.yaml:4:11 KEN-C08",
                        "13 errors");
    }

    @Test
    void mistakeThatTheSchemaFinds_isReportedOnce() throws Exception {
        change("config/sources/crm.yaml", "type: csv", "type: cvs");
        change("config/segments.yaml", "when:", "whem:");
        shell.run("check");
        assertThat(shell.err())
                .contains("crm.yaml:1:7 KEN-C08", "'csv'", "KEN-C05", "'when'")
                .doesNotContain("KEN-S01", "KEN-M01");
    }

    @Test
    void missingFolder_isAllThatIsReported() {
        Shell lost = new Shell("--lang=en", "--config=nowhere");
        assertThat(lost.run("check")).isEqualTo(78);
        assertThat(lost.err()).hasLineCount(1).contains("'nowhere'", "--config");
    }

    @Test
    void mistakes_areSuggestedARemedy() throws Exception {
        change("config/metrics/all.yaml", "sum(seats)", "sum(seets)");
        shell.run("check");
        assertThat(shell.err())
                .contains(
                        "unknown column 'seets' of contract. Did you mean 'seats'?", "  value: sum(seets)", "1 error,");
        Shell japanese = Shell.of(company.directory, "ja");
        japanese.run("check");
        assertThat(japanese.err()).contains("「seets」", "エラー 1件");
    }

    private void change(String file, String from, String to) throws IOException {
        assertThat(company.file(file)).content().contains(from);
        company.change(file, text -> text.replace(from, to));
    }
}
