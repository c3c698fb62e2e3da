package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.quarantine.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night set rows aside; then mappings and crosswalks were mended, and one mapping became stricter. */
class QuarantineReplayTest {
    private static TestCompany mended;
    /** The same, but its night was run again, with all sources. */
    private static TestCompany rerun;

    private TestCompany company;

    @BeforeAll
    static void setRowsAside_thenMend(@TempDir Path directory) throws Exception {
        mended = TestCompany.in(directory.resolve("mended"));
        mended.append("files/accounts.csv", "C6,かえで商店,佐藤,kaede.example,t-9,いつか,2026-10-31\n");
        mended.append("files/tickets.jsonl", """
            {"id": 5, "company": "もみじ商事", "opened": "2026-10-23T09:00:00+09:00", "closed": null}
            """);
        mended.append("files/contracts.csv", "K7,さくら\n");
        assertThat(mended.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        mended.change("config/mappings/account.yaml", text -> text.replaceAll("(?m)^  started_on.*\n", ""));
        mended.append("config/crosswalks/support.csv", "もみじ商事,C3\n");
        mended.change("config/mappings/answer.yaml", text -> text.replace("[0, 10]", "[0, 8]"));
        rerun = mended.copyTo(directory.resolve("rerun"));
        assertThat(rerun.runAgain(SATURDAY)).isEqualTo(ExitCode.DONE);
    }

    @BeforeEach
    void takeCopy(@TempDir Path directory) throws Exception {
        company = mended.copyTo(directory.resolve("company"));
    }

    @Test
    void rehearsal_saysWhatPassesAndWhatDoesNot_andWritesNothing() throws Exception {
        Map<String, List<String>> before = WarehouseContent.of(company.home);
        int reports = runs(company.home);

        ReplayedQuarantine replayed = replay().rehearse();

        assertThat(replayed.before()).isEqualTo(6);
        assertThat(replayed.passed()).isEqualTo(4);
        assertThat(names(replayed.mended()))
                .containsExactlyInAnyOrder("account KEN-P44 1", "ticket KEN-P36 2", "link usage KEN-P36 1");
        assertThat(names(replayed.kept())).containsExactlyInAnyOrder("answer KEN-P41 1", "contract KEN-P41 1");
        assertThat(names(replayed.fresh())).containsExactly("answer KEN-P34 1");
        assertThat(replayed.unread()).isEqualTo(1);
        assertThat(WarehouseContent.of(company.home)).isEqualTo(before);
        assertThat(runs(company.home)).isEqualTo(reports);
    }

    @Test
    void appliedReplay_leavesTheModelAndTheHistoryOfARerunNight() throws Exception {
        ReplayedQuarantine replayed = replay().apply();

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(replayed.passed()).isEqualTo(4);
        assertThat(mapped(company.home)).isEqualTo(mapped(rerun.home));
        assertThat(company.rows("select account_id from model.ticket where ticket_id in ('4', '5')"))
                .containsExactlyInAnyOrder("C6", "C3");
        assertThat(replay().apply().passed()).isZero();
        assertThat(mapped(company.home)).isEqualTo(mapped(rerun.home));

        assertThat(company.backfill(new BackfillRequest(SATURDAY, SATURDAY, Every.DAY, true, new KnownAt.Now()))
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        for (String table : List.of("account_health", "health_component", "quarantine")) {
            assertThat(company.published(table)).as(table).isEqualTo(rerun.published(table));
        }
        assertNothingIsLeftFor(company);
    }

    /** The night after has nothing left to map, and knows what was there before. */
    private void assertNothingIsLeftFor(TestCompany company) throws Exception {
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("map ticket", "mapped")).isZero();
        assertThat(company.rows("select as_of || ' ' || added || ' ' || resolved || ' ' || remaining"
                        + " from ops.quarantine_night order by 1"))
                .containsExactly("2026-10-31 8 4 4", "2026-11-01 0 0 4");
        assertThat(company.published("quarantine")).hasSize(4).allMatch(row -> row.get("first_seen")
                .equals("2026-10-31"));
    }

    @Test
    void killedReplay_isFinishedByTheSameCommand() throws Exception {
        try (Child child =
                Child.start("quarantine replay", company.directory, company.home.directory(), List.of("--apply"))) {
            assertThat(child.awaitSteps(4)).as(child::said).isTrue();
            child.kill();
        }
        assertThat(replay().apply().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(mapped(company.home)).isEqualTo(mapped(rerun.home));
    }

    @Test
    void otherRun_keepsAReplayOut() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(company.home).orElseThrow()) {
            assertThat(replay().rehearse().exitCode()).isEqualTo(ExitCode.LOCKED);
            assertThat(replay().apply().exitCode()).isEqualTo(ExitCode.LOCKED);
        }
    }

    @Test
    void emptyHome_hasNothingToReplay(@TempDir Path directory) throws Exception {
        TestCompany fresh = TestCompany.in(directory);
        assertThatThrownBy(() -> replay(fresh).rehearse()).hasMessageContaining("nothing has landed yet");
        assertThat(fresh.home.directory()).doesNotExist();
    }

    private QuarantineReplay replay() {
        return replay(company);
    }

    private static QuarantineReplay replay(TestCompany company) {
        return company.replay();
    }

    /** What mappings have made, and since when what they did not make is set aside. */
    private static Map<String, List<String>> mapped(Home home) throws Exception {
        Map<String, List<String>> content = new TreeMap<>(WarehouseContent.of(home));
        content.keySet()
                .removeIf(table -> !table.startsWith("model.")
                        && !table.startsWith("ops.quarantine")
                        && !List.of("landing.mapped", "landing.quarantine", "usage.account_key")
                                .contains(table));
        assertThat(content).containsKeys("model.ticket", "ops.quarantine_stay", "landing.mapped", "usage.account_key");
        return content;
    }

    private static List<String> names(List<Group> groups) {
        return groups.stream()
                .map(group -> group.example().record().mapping() + " "
                        + group.example().code() + " " + group.entries())
                .toList();
    }

    private static int runs(Home home) throws Exception {
        try (var entries = Files.list(home.runs())) {
            return (int) entries.count();
        }
    }
}
