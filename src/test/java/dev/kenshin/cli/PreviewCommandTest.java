package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
    @TempDir
    Path directory;

    @BeforeEach
    void configureACompany() throws IOException {
        write("jobs/nightly.yaml", "sources: [crm, desk]", "scorecards: [standard]", "publish: [tables]");
        write(
                "config/sources/crm.yaml",
                "type: csv",
                "streams:",
                "  accounts: { path: crm/accounts.csv, key: [番号] }",
                "  deals: { path: crm/deals.csv, key: [案件] }");
        write("config/sources/desk.yaml", "type: csv", "streams:", "  tickets: { path: desk/tickets.csv }");
        write(
                "config/mappings/accounts.yaml",
                "from: crm.accounts",
                "to: account",
                "fields:",
                "  account_id: { from: 番号, required: true }",
                "  name: 会社名",
                "  region: 地域",
                "custom:",
                "  tenant: { from: テナント, type: text }");
        write(
                "config/mappings/deals.yaml",
                "from: crm.deals",
                "to: upsell",
                "account: { by: account.tenant, from: テナント }",
                "fields:",
                "  product: 商品",
                "  target: { from: 目標, type: decimal, required: true }");
        write(
                "config/mappings/tickets.yaml",
                "from: desk.tickets",
                "to: ticket",
                "account: [{ by: crm.deals, from: 案件 }, { by: name, from: 会社 }]",
                "fields:",
                "  subject: 件名",
                "  opened_at: { from: 受付, type: timestamp, required: true }");
        write(
                "config/metrics/all.yaml",
                "tickets: { label: { ja: 件数, en: Tickets }, from: ticket, value: count(*), when-none: 0 }");
        write(
                "config/scorecards/standard.yaml",
                "label: { ja: 標準, en: Standard }",
                "groups:",
                "  all: { label: { ja: 全体, en: All }, weight: 1, components: { tickets: { weight: 1, curve: { 0: 100, 9: 0 } } } }",
                "minimum-coverage: 50%",
                "levels: { high: 0, low: 50 }");
        write("crm/accounts.csv", "番号,会社名,地域,テナント", "1,株式会社あさひ,,t-1", "2,みどり工業㈱,,t-2");
        write("crm/deals.csv", "案件,テナント,商品,目標", "d1,t-1,分析,120万", "d2,t-2,連携,多数", "d3,t-9,連携,10", "d1,t-2,分析,5", "d4");
        write(
                "desk/tickets.csv",
                "案件,会社,件名,受付",
                "d1,,遅い,2026-10-01 09:00",
                ",（株）みどり工業,\"長い\n件名\",2026-10-02 09:00",
                ",だれか,迷子,2026-10-03 09:00",
                ",あさひ,いつか,13月");
    }

    @Test
    void stream_isShownAsTheSourceHoldsIt() {
        CommandLineRun run = preview("crm.accounts");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "crm.accounts: 2 rows read, 2 usable, 0 set aside",
                        "",
                        "place           番号  会社名          地域  テナント",
                        "accounts.csv:2  1     株式会社あさひ        t-1",
                        "accounts.csv:3  2     みどり工業㈱          t-2");
    }

    @Test
    void rowsThatAreNoRecords_areListedWithTheReason() {
        assertThat(preview("crm.deals").out())
                .contains("5 rows read, 3 usable, 2 set aside")
                .contains("deals.csv:6 ", "→ ")
                .contains("deals.csv:5", "[KEN-L10]");
    }

    @Test
    void mapping_showsWhatIsFilledAndWhatIsNot() {
        assertThat(preview("accounts").out().lines())
                .containsExactly(
                        "accounts: 2 rows read, 2 usable, 0 set aside",
                        "",
                        "place           account_id  name            tenant",
                        "accounts.csv:2  1           株式会社あさひ  t-1",
                        "accounts.csv:3  2           みどり工業(株)  t-2",
                        "Blank in all of these rows: region");
    }

    @Test
    void accounts_areFoundAsANightWouldFindThem() {
        assertThat(preview("tickets").out())
                .contains("4 rows read, 2 usable, 2 set aside")
                .containsPattern("tickets.csv:2 +1 +crm.deals +2026-10-01T09:00 +遅い")
                .containsPattern("tickets.csv:3 +2 +name +2026-10-02T09:00 +長い 件名")
                .contains("会社 'だれか' [KEN-P36]", "受付 '13月'", "→ ");
    }

    @Test
    void customColumn_linksAccounts_andWrongCellsAreCounted() {
        assertThat(preview("deals").out())
                .contains("5 rows read, 1 usable, 4 set aside")
                .containsPattern("deals.csv:2 +1 +account.tenant +分析 +1200000")
                .contains("目標 '多数'", "テナント 't-9' [KEN-P36]");
    }

    @Test
    void rows_limitsRowsAndReasonsButNotTheCounts() {
        String out = preview("deals", "--rows", "1").out();

        assertThat(out).contains("5 rows read", "Give a higher --rows");
        assertThat(out.lines().filter(line -> line.startsWith("    → "))).hasSize(1);
    }

    @Test
    void narrowTerminal_leavesColumnsOutAndNamesThem() {
        CommandLineRun run = run(Map.of("COLUMNS", "40"), "crm.accounts");

        assertThat(run.out()).contains("place           番号  会社名\n", "Left out for lack of width: 地域, テナント");
    }

    @Test
    void unknownName_getsASuggestionAndAllNames() {
        CommandLineRun run = preview("ticket");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean 'tickets'?", "\n  crm.accounts\n", "\n  deals");
    }

    @Test
    void missingFile_isExit69WithTheReason() throws IOException {
        Files.delete(directory.resolve("crm/deals.csv"));

        CommandLineRun run = preview("tickets");

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("deals.csv", "KEN-S");
    }

    @Test
    void nothing_isWritten() throws IOException {
        List<Path> before = files();
        preview("tickets");

        assertThat(files()).isEqualTo(before);
    }

    private CommandLineRun preview(String what, String... further) {
        return run(Map.of(), Stream.concat(Stream.of(what), Stream.of(further)).toArray(String[]::new));
    }

    private CommandLineRun run(Map<String, String> environment, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("preview"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--config", directory.resolve("config").toString(),
                "--home", directory.resolve("data").toString(),
                "--lang", "en"));
        return CommandLineRun.of(environment, all.toArray(String[]::new));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().toList();
        }
    }

    private void write(String file, String... lines) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }
}
