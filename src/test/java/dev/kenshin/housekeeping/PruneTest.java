package dev.kenshin.housekeeping;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.KeepConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.BackfillRequest;
import dev.kenshin.job.Every;
import dev.kenshin.job.KnownAt;
import dev.kenshin.job.NightFailure;
import dev.kenshin.job.NightRequest;
import dev.kenshin.job.NightResult.Work;
import dev.kenshin.job.TestCompany;
import dev.kenshin.job.WarehouseContent;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunLock;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights and snapshots of every Monday before, thinned out. */
class PruneTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 31);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 28);
    private static final LocalDate EARLY = LocalDate.of(2026, 10, 6);
    private static final KeepConfig SPARING = new KeepConfig(2, 2, 3, 0, 1);

    @TempDir
    static Path shared;

    private static TestCompany lived;

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeAll
    static void live() throws Exception {
        lived = TestCompany.in(shared);
        lived.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, mart]"));
        lived.run(EARLY); // its sources are too new for that date: a warning
        lived.change("files/accounts.csv", text -> text.replace("みどり工業", "みどり重工業"));
        assertThat(lived.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(lived.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        lived.backfill(new BackfillRequest(FIRST, SATURDAY, Every.WEEK, false, new KnownAt.Now()));
        Files.createDirectories(lived.home.runs().resolve("20260901-180000-000"));
    }

    @BeforeEach
    void copy() throws Exception {
        company = lived.copyTo(directory.resolve("company"));
    }

    @Test
    void dryRun_tellsEverythingAndChangesNothing() throws Exception {
        Map<String, List<String>> before = WarehouseContent.of(company.home);

        PruneResult result = prune(SPARING).look();

        assertThat(result.newest()).contains(SUNDAY);
        assertThat(result.dates()).hasSize(6).contains(FIRST, EARLY).doesNotContain(SATURDAY, SEPTEMBER);
        assertThat(result.going().stream().map(going -> going.part().en()))
                .contains(
                        "\"score\".\"account_health\"",
                        "\"metric\".\"metric_value\"",
                        "\"ops\".\"source_status\"",
                        "account_health of the mart",
                        "health_history of the mart",
                        "steps of complete nights (job repository)",
                        "published files (exports)",
                        "reports and logs (runs)");
        assertThat(WarehouseContent.of(company.home)).isEqualTo(before);
        assertThat(company.home.exports().resolve(EARLY.toString())).exists();
    }

    @Test
    void whatIsMeant_goes_andTheSecondTimeThereIsNothing() throws Exception {
        Path mart = company.home.directory().resolve("mart.mv.db");
        Files.setPosixFilePermissions(mart, PosixFilePermissions.fromString("rw-r-----"));
        PruneResult told = prune(SPARING).look();
        PruneResult done = prune(SPARING).run(false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mart)))
                .as("whom the owner lets read the mart may go on")
                .isEqualTo("rw-r-----");
        assertThat(done.going()).isEqualTo(told.going());
        assertThat(company.rows("select distinct as_of from score.account_health order by 1"))
                .containsExactly("2026-09-28", "2026-10-05", "2026-10-19", "2026-10-26", "2026-10-31", "2026-11-01")
                .isEqualTo(company.rows("select distinct as_of from score.health_component order by 1"));
        assertThat(Files.exists(company.home.exports().resolve(EARLY.toString()), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(company.exported("account_health.csv")).exists();
        assertThat(company.home.runs().resolve("20260901-180000-000")).doesNotExist();
        assertThat(prune(SPARING).run(false).going()).isEmpty();
        assertThat(prune(SPARING).run(true).compacted()).isPresent();
        assertThat(prune(SPARING).look().going()).isEmpty();
    }

    @Test
    void completeNights_stayComplete_andTheNextNightRuns() throws Exception {
        prune(SPARING).run(false);

        for (LocalDate night : List.of(EARLY, SATURDAY, SUNDAY)) {
            assertThat(company.night(new NightRequest(night, false)).work()).isEqualTo(Work.NONE);
        }
        assertThat(company.run(SUNDAY.plusDays(1))).isEqualTo(ExitCode.DONE);
    }

    @Test
    void versionsThatAKeptNightKnew_goWithItsSnapshotOnly() throws Exception {
        let("update landing.record set seen_at = seen_at - interval 60 day,"
                + " superseded_at = superseded_at - interval 30 day");
        String superseded = "select count(*) from landing.record where superseded_at is not null";
        List<String> before = company.rows(superseded);

        prune(SPARING).run(false);
        assertThat(company.rows(superseded)).isEqualTo(before).isNotEqualTo(List.of("0"));
        assertThat(company.rows("select count(*) from landing.thinned")).containsExactly("0");

        prune(new KeepConfig(2, 2, 2, 0, 1)).run(false);
        assertThat(company.rows(superseded)).containsExactly("0");
        assertThatThrownBy(() -> company.backfill(request(SEPTEMBER, SEPTEMBER, new KnownAt.EachNight())))
                .isInstanceOf(NightFailure.class)
                .hasMessageContaining("can no longer be told");
        LocalDate stillKept = LocalDate.of(2026, 10, 19);
        assertThat(company.backfill(request(stillKept, stillKept, new KnownAt.EachNight()))
                        .computed())
                .containsExactly(stillKept);
        company.backfill(request(SEPTEMBER, SEPTEMBER, new KnownAt.Now()));
        prune(SPARING).run(false);
        assertThatThrownBy(() -> company.backfill(request(SEPTEMBER, SEPTEMBER, new KnownAt.EachNight())))
                .isInstanceOf(NightFailure.class);
    }

    @Test
    void pruneThatWasKilledBehindTheWarehouse_isFinishedByTheNext() throws Exception {
        TestCompany whole = lived.copyTo(directory.resolve("whole"));
        new Prune(whole.plan(), whole.home, new Secrets(Map.of()), SPARING).run(false);
        Files.copy(whole.home.warehouse(), company.home.warehouse(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(prune(SPARING).run(false).going().stream()
                        .map(going -> going.part().en()))
                .contains("account_health of the mart", "published files (exports)", "reports and logs (runs)")
                .doesNotContain("\"score\".\"account_health\"");
        assertThat(company.home.exports().resolve(EARLY.toString())).doesNotExist();
        assertThat(prune(SPARING).look().going()).isEmpty();
    }

    /** Here the directory of temporary files cannot be created, as where the disk is full. */
    @Test
    void diskWithoutRoom_getsItFromFilesFirst_andTheNextPruneDoesTheRest() throws Exception {
        Path temporary = Files.createSymbolicLink(company.home.temporary(), Path.of("nowhere"));
        List<String> before = company.rows("select distinct as_of from score.account_health order by 1");
        assertThatThrownBy(() -> prune(SPARING).run(false)).isInstanceOf(IOException.class);
        assertThat(Files.exists(company.home.exports().resolve(EARLY.toString()), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(company.home.runs().resolve("20260901-180000-000")).doesNotExist();
        assertThat(company.rows("select distinct as_of from score.account_health order by 1"))
                .isEqualTo(before);

        Files.delete(temporary);
        assertThat(prune(SPARING).run(false).going().stream()
                        .map(going -> going.part().en()))
                .contains("\"score\".\"account_health\"", "account_health of the mart")
                .doesNotContain("published files (exports)", "reports and logs (runs)");
        assertThat(prune(SPARING).look().going()).isEmpty();
    }

    @Test
    void whatLeftTheQuarantineLongAgo_goes_andWhatIsInItStays() throws Exception {
        String stays = "select count(*) from ops.quarantine_stay";
        long there = Long.parseLong(company.rows(stays).get(0));
        let("insert into ops.quarantine_stay by name select 'o' as origin, '' as mapping, 's' as subject, '' as field,"
                + " 'KEN-P01' as code, date '2026-08-01' as first_seen, date '2026-08-02' as last_seen,"
                + " date '2026-08-03' as resolved_on, 'k' as key, 'p' as place, 'r' as reason_ja, 'r' as reason_en");
        prune(SPARING).run(false);
        assertThat(company.rows(stays)).containsExactly(Long.toString(there));
    }

    @Test
    void snapshotsOfABackfillUnderWay_wait() throws Exception {
        let("update score.backfill set unfinished = true where as_of < '2026-10-03'");
        PruneResult result = prune(SPARING).look();
        assertThat(result.waiting()).hasSize(4).contains(FIRST).doesNotContain(SEPTEMBER);
        assertThat(result.dates()).hasSize(2).doesNotContainAnyElementsOf(result.waiting());
    }

    @Test
    void whileARunGoesOn_nothingIsDone() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(company.home).orElseThrow()) {
            assertThatThrownBy(() -> prune(SPARING).run(false))
                    .isInstanceOfSatisfying(HousekeepingFailure.class, failure -> assertThat(failure.exitCode())
                            .isEqualTo(ExitCode.LOCKED));
        }
    }

    @Test
    void defaults_takeNothingAwayFromAYoungHome() throws Exception {
        assertThat(prune(company.plan().job().keep()).run(false).going()).isEmpty();
    }

    private void let(String sql) throws Exception {
        try (Warehouse warehouse = Warehouse.open(company.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            Query.update(connection, sql);
        }
    }

    private Prune prune(KeepConfig keep) {
        return new Prune(company.plan(), company.home, new Secrets(Map.of()), keep);
    }

    private static BackfillRequest request(LocalDate from, LocalDate to, KnownAt known) {
        return new BackfillRequest(from, to, Every.DAY, !(known instanceof KnownAt.Now), known);
    }
}
