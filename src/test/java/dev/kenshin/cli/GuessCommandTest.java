package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuessCommandTest {
    private static final Path SAMPLE = Path.of("sample-data");

    @TempDir
    Path directory;

    private GuessedCompany company;

    @BeforeEach
    void makeCompany() throws IOException {
        company = new GuessedCompany(directory);
    }

    static Stream<String> sampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".parquet"))
                    .map(SAMPLE::relativize)
                    .map(Path::toString)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void sampleFiles_giveDraftsThatCheckAccepts(String file) throws IOException {
        company.write(file, Files.readAllBytes(SAMPLE.resolve(file)));
        company.accepted(file);
        assertThat(company.run("check").out()).contains("1 sources");
    }

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void customVariables_areAcceptedOnceTheyAreUncommented(String file) throws IOException {
        company.write(file, Files.readAllBytes(SAMPLE.resolve(file)));
        company.accepted(file);
        Path mappings = directory.resolve("config/mappings");
        if (Files.isDirectory(mappings)) {
            try (Stream<Path> drafts = Files.list(mappings)) {
                for (Path draft : drafts.toList()) {
                    Files.writeString(draft, Files.readString(draft).replaceAll("(?m)^# (custom:|  \\w)", "$1"));
                }
            }
        }
        CommandLineRun check = company.run("check");
        assertThat(check.exitCode()).as(check.err() + company.drafts()).isZero();
    }

    @Test
    void eventFiles_giveAUsageDraftThatCheckAccepts() throws IOException {
        String file = "events/usage-2026-10.parquet";
        company.write(file, Files.readAllBytes(SAMPLE.resolve("product").resolve(file)));
        company.write("crm/accounts.csv", "id,name,industry", "C1,Asahi,IT");
        company.accepted("crm/accounts.csv");
        assertThat(company.accepted("events/*.parquet"))
                .contains("--- usage/events", "path: events/*.parquet", "user: user_id", "time: occurred_at")
                .contains("event: event", "seconds: seconds", "from: tenant_id }");
    }

    @Test
    void draftOfAccounts_isUsableAsItStands() throws IOException {
        company.write("crm/accounts.csv", Files.readAllBytes(SAMPLE.resolve("crm/accounts.csv")));
        assertThat(company.accepted("crm/accounts.csv"))
                .contains("charset: windows-31j", "path: crm/accounts.csv", "key: [顧客番号]")
                .contains("freshness-column: 更新日", "account_id: { from: 顧客番号, required: true }")
                .contains("製造業: manufacturing", "ハイタッチ: high", "type: email_domain")
                .contains("custom:\n  tenant_id: { from: テナントID", "#   column_13: { from: 単価");
        assertThat(company.run("preview", "account").out()).contains("120 rows read, 120 usable, 0 set aside");
    }

    @Test
    void drafts_arePrintedAndNotWritten() throws IOException {
        company.write("in/tickets.csv", "id,company,subject,created_at", "1,Asahi,Slow,2026-10-30");
        CommandLineRun run = company.guess("in/tickets.csv");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("--- # ", "sources/tickets.yaml", "mappings/ticket.yaml", "  # by its name");
        assertThat(run.err()).contains("--write");
        assertThat(directory.resolve("config/sources")).doesNotExist();
    }

    @Test
    void drafts_speakJapanese() throws IOException {
        company.write("in/tickets.csv", "id,company,subject,created_at", "1,Asahi,Slow,2026-10-30");
        String config = directory.resolve("config").toString();
        String file = directory.resolve("in/tickets.csv").toString();
        CommandLineRun run = CommandLineRun.of("guess", file, "--config", config, "--lang", "ja");
        assertThat(run.out()).contains("名前が一致", "要確認: ");
    }

    @Test
    void existingFiles_areOverwrittenByForceOnly() throws IOException {
        company.write("in/tickets.csv", "id,company,subject,created_at", "1,Asahi,Slow,2026-10-30");
        company.write("config/sources/tickets.yaml", "mine: true");
        CommandLineRun refused = company.guess("in/tickets.csv", "--write");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("tickets.yaml exists already", "--force");
        assertThat(directory.resolve("config/mappings")).doesNotExist();
        assertThat(company.accepted("in/tickets.csv", "--force"))
                .contains("type: csv")
                .doesNotContain("mine");
    }

    @Test
    void writing_saysWhatToDoNext() throws IOException {
        company.write("in/tickets.csv", "id,company,subject,created_at", "1,Asahi,Slow,2026-10-30");
        CommandLineRun run = company.guess("in/tickets.csv", "--write", "--name", "desk");
        assertThat(run.out()).contains("Wrote ", "sources/desk.yaml", "mappings/ticket.yaml");
        assertThat(run.err()).contains("sources: […, desk]", "kenshin check", "kenshin preview ticket");
    }

    @Test
    void mappingOfAnotherStream_isLeftAlone() throws IOException {
        company.write("in/old.csv", "id,company,subject,created_at", "1,Asahi,Slow,2026-10-30");
        company.write("in/new.csv", "id,company,subject,created_at", "7,Asahi,Slow,2026-10-30");
        company.accepted("in/old.csv");
        assertThat(company.accepted("in/new.csv"))
                .contains("--- mappings/ticket\n", "from: old.old", "--- mappings/ticket-new\n", "from: new.new");
    }

    @Test
    void configuredSource_getsMappingsForStreamsWithoutOne() throws IOException {
        company.write("in/t.csv", "id,company,subject,created_at", "1,Asahi,Slow,2026-10-30");
        company.write("in/c.csv", "contract_no,customer_id,start_date,amount", "K1,C1,2026-04-01,5000");
        company.write(
                "config/sources/desk.yaml",
                "type: csv",
                "streams: { tickets: { path: in/t.csv, key: [id] }, deals: { path: in/c.csv } }");
        assertThat(company.run("guess", "desk.tickets", "--write").exitCode()).isZero();
        CommandLineRun rest = company.run("guess", "desk", "--write");
        assertThat(rest.out()).contains("mappings/contract.yaml").doesNotContain("ticket", "sources");
        company.writeJob();
        CommandLineRun check = company.run("check");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(company.run("guess", "desk").err()).contains("has a mapping", "kenshin guess desk.tickets");
    }

    @Test
    void customVariableOfAccounts_findsTheAccount() throws IOException {
        company.write("crm/accounts.csv", "id,name,tenant", "C1,Asahi,t-1");
        company.write("config/sources/crm.yaml", "type: csv", "streams: { accounts: { path: crm/accounts.csv } }");
        company.write(
                "config/mappings/account.yaml",
                "from: crm.accounts",
                "to: account",
                "fields: { account_id: id, name: name }",
                "custom: { tenant_code: tenant }");
        company.write("in/log.csv", "tenant,user_id,action,timestamp", "t-1,u1,open,2026-10-30T09:00:00Z");
        assertThat(company.accepted("in/log.csv"))
                .contains("--- usage/log", "account: { by: account.tenant_code, from: tenant }");
    }

    @Test
    void tableThatIsNamed_isTaken() throws IOException {
        company.write("in/list.csv", "会社名,メモ", "あさひ,よい");
        assertThat(company.accepted("in/list.csv", "--table", "interaction"))
                .contains("to: interaction", "{ by: name, from: 会社名 }", "note: メモ");
        assertThat(company.guess("in/list.csv", "--table", "tickets").err()).contains("Did you mean 'ticket'?");
    }

    @Test
    void fileElsewhere_isDraftedWithAWarning(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("tickets.csv"), "id,company,subject\n1,Asahi,Slow\n");
        CommandLineRun run = company.run("guess", file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("path: tickets.csv +# CHECK: put the file below the folder");
    }

    @Test
    void nothingOfThatName_isSaidSo() {
        CommandLineRun run = company.guess("in/none.csv");
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("KEN-S10", "none.csv");
    }

    @Test
    void misspeltSource_getsASuggestion() throws IOException {
        company.write("config/sources/desk.yaml", "type: csv", "streams: { tickets: { path: in/t.csv } }");
        CommandLineRun run = company.run("guess", "dsk");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no file or source 'dsk'", "Did you mean 'desk'?");
    }

    @Test
    void database_isSampledThroughItsConnector() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("crm").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table deals (deal_id int, customer_id varchar, start_date date, amount decimal)");
            statement.execute(
                    "insert into deals select x, 'C' || x, date '2026-04-01', x * 100" + " from system_range(1, 5000)");
        }
        company.write(
                "config/sources/crm.yaml", "type: jdbc", "url: '" + url + "'", "streams: { deals: { table: deals } }");
        CommandLineRun run = company.run("guess", "crm", "--write", "--rows", "50");
        assertThat(run.exitCode()).as(run.err()).isZero();
        company.writeJob();
        CommandLineRun check = company.run("check");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(company.drafts())
                .contains("50 rows of crm.deals", "to: contract", "contract_id: { from: deal_id, required: true }")
                .contains("{ by: account.account_id, from: customer_id }", "mrr: { from: amount, type: decimal }");
    }

    @Test
    void eventsWithoutAUser_areRefused() throws IOException {
        company.write("in/log.csv", "tenant,action,timestamp", "t-1,open,2026-10-30T09:00:00Z");
        CommandLineRun run = company.guess("in/log.csv", "--table", "usage_daily");
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("KEN-Y05", "tenant, action, timestamp");
    }

    @Test
    void impossibleName_isRefused() throws IOException {
        company.write("in/t.csv", "id,subject", "1,a");
        assertThat(company.guess("in/t.csv", "--name", "a.b").exitCode()).isEqualTo(2);
    }
}
