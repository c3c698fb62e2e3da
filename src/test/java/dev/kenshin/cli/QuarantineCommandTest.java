package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations see of a night that set rows aside, and of the one after. */
class QuarantineCommandTest {
    @TempDir
    static Path directory;

    private static TestCompany company;

    @BeforeAll
    static void runNights() throws IOException {
        company = TestCompany.in(directory.resolve("company"));
        company.append("files/contracts.csv", "K7,さくら\n");
        company.append("files/tickets.jsonl", """
            {"id": 5, "company": "さくら商事", "opened": "2026-10-23T09:00:00+09:00", "closed": null}
            """);
        company.run(TestCompany.SATURDAY);
        company.change("files/contracts.csv", text -> text.replace("多数", "10"));
        company.run(TestCompany.SUNDAY);
    }

    @Test
    void list_showsGroupsWithTheWorstFirst_andWhatToDo() {
        String page = ok("list", "--lang=en");
        assertThat(page)
                .startsWith("In quarantine: 5, of 5 records; night of 2026-11-01: 0 new, 1 resolved\n")
                .containsPattern("Q1 +2 +2026-10-31 +KEN-P36 +support.tickets → ticket +company")
                .contains(
                        "e.g. (of 2 values) tickets.jsonl:4  No account is known as 'かえで商店'.",
                        "→ Add a line with 'かえで商店'",
                        "config/crosswalks/support.csv",
                        "kenshin quarantine show Q1");
        assertThat(ok("list", "--lang=ja")).contains("隔離中 5件（レコード 5件）。2026-11-01 の夜: 新規 0件、解消 1件", "に当たる顧客がありません");
        assertThat(page.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void filters_narrowTheList_andKeepItsNumbers() {
        assertThat(ok("list", "--lang=en", "--origin", "survey"))
                .contains("高い", "Q")
                .doesNotContain("Q1 ", "tickets");
        assertThat(ok("list", "--lang=en", "--mapping", "ticket")).contains("In quarantine: 2");
        assertThat(ok("list", "--lang=en", "--code", "ken-s22")).contains("contracts.csv:8");
        assertThat(ok("list", "--lang=en", "--since", "2026-11-01")).startsWith("Nothing is like that.");
        assertThat(ok("list", "--lang=en", "--since", "2026-10-31")).contains("In quarantine: 5");
    }

    @Test
    void account_hasTheRecordsThatAreItsOwn_andThoseThatMayBe() {
        assertThat(ok("list", "--lang=en", "--account", "さくら", "--format", "csv"))
                .contains("answers.xlsx!回答!C5", "tickets.jsonl:5")
                .doesNotContain("tickets.jsonl:4", "contracts.csv");
        assertThat(run("list", "--lang=en", "--account", "もみじ").exitCode()).isEqualTo(2);
    }

    @Test
    void resolved_showsWhatHasLeft_andWhen() {
        assertThat(ok("list", "--resolved", "--lang=en"))
                .contains("Left the quarantine: 1, of 1 records", "2026-10-31  2026-11-01", "contracts.csv:7")
                .doesNotContain("→ Write");
        assertThat(ok("list", "--resolved", "--format=csv", "--lang=en"))
                .contains("crm.contracts,contract,K6,", ",2026-10-31,2026-10-31,2026-11-01");
    }

    @Test
    void trend_showsEachNight() {
        assertThat(ok("list", "--trend", "--lang=en"))
                .containsPattern("2026-10-31 +6 +0 +6  #{40}\n")
                .containsPattern("2026-11-01 +0 +1 +5  #{34}\n");
    }

    @Test
    void json_hasNightsGroupsAndEntries() {
        assertThat(ok("list", "--format", "json", "--lang=en"))
                .contains("\"nights\"", "\"remaining\" : 5", "\"groups\"", "\"first_seen\" : \"2026-10-31\"");
    }

    @Test
    void show_hasTheRecordTheReasonTheCandidatesAndTheHistory() {
        String page = ok("show", "5", "--lang=en");
        assertThat(page)
                .contains(
                        "tickets.jsonl:5  [KEN-P36]",
                        "in quarantine since the night of 2026-10-31 (nights: 2)",
                        "ticket.account_id ← company  names an account, by name",
                        "→  company  さくら商事",
                        "C3  有限会社さくら",
                        "it stays, for the same reason");
        assertThat(ok("show", "answers.xlsx!回答!C5", "--lang=ja"))
                .contains("survey_response.score ← 推奨度  integer、必須、0〜10", "→  推奨度  高い");
        assertThat(ok("show", "q1", "--lang=en")).contains("tickets.jsonl:4").contains("tickets.jsonl:5");
        assertThat(ok("show", "contracts.csv:8", "--lang=en")).contains("nothing of it has landed");
        assertThat(run("show", "nobody", "--lang=en").err()).contains("Nothing in quarantine is called 'nobody'");
    }

    @Test
    void replay_saysWhatToDoNext() throws Exception {
        TestCompany mended = company.copyTo(directory.resolve("mended"));
        mended.append("config/crosswalks/support.csv", "かえで商店,C3\n");
        assertThat(ok(mended, "show", "4", "--lang=en")).contains("it becomes a row (account found by crosswalk)");
        assertThat(ok(mended, "replay", "--lang=ja"))
                .contains("4件のうち 1件が、今の設定なら行になります", "kenshin quarantine replay nightly --apply", "読み取れなかった行が 1件");
        assertThat(ok(mended, "replay", "--apply", "--lang=en"))
                .contains(
                        "replay nightly 2026-11-01  is done",
                        "Became rows: 1.",
                        "kenshin backfill nightly --from 2026-11-01 --to 2026-11-01 --force");
        assertThat(ok(mended, "list", "--lang=en")).contains("In quarantine: 4");
        assertThat(run(mended, "replay", "--apply", "--dry-run").exitCode()).isEqualTo(2);
    }

    @Test
    void homeOfAnEarlierRelease_isToldToWaitForANight_orToReplay() throws Exception {
        TestCompany old = company.copyTo(directory.resolve("old"));
        try (Warehouse warehouse = Warehouse.open(old.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            Query.update(connection, "drop view ops.quarantine_entry");
            Query.update(connection, "drop table ops.quarantine_stay");
            Query.update(connection, "drop table ops.quarantine_night");
            Query.update(connection, "delete from score.account_health");
        }
        CommandLineRun run = run(old, "list", "--lang=en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("KEN-D01", "kenshin run nightly");

        assertThat(ok(old, "replay", "--apply", "--lang=en"))
                .contains("has not been scored yet", "kenshin run nightly --as-of 2026-11-01\n");
        assertThat(ok(old, "list", "--lang=en")).contains("night of 2026-11-01: 5 new");
    }

    private static String ok(String... arguments) {
        return ok(company, arguments);
    }

    private static String ok(TestCompany of, String... arguments) {
        CommandLineRun run = run(of, arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run.out();
    }

    private static CommandLineRun run(String... arguments) {
        return run(company, arguments);
    }

    private static CommandLineRun run(TestCompany of, String... arguments) {
        List<String> all = new ArrayList<>(List.of("quarantine"));
        all.addAll(List.of(arguments));
        all.add("--config=" + of.file("config"));
        all.add("--home=" + of.home.directory());
        return CommandLineRun.of(Map.of("COLUMNS", "100"), all.toArray(String[]::new));
    }
}
