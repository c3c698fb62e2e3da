package dev.kenshin.housekeeping;

import dev.kenshin.config.Secrets;
import dev.kenshin.housekeeping.Check.Mark;
import dev.kenshin.job.JobRecords;
import dev.kenshin.job.JobRecords.Revision;
import dev.kenshin.job.NightFailure;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** The job repository: whether it can be reached, and remembers the nights whose snapshots are in the warehouse. */
final class RepositoryChecks {
    private static final Text REACHED = new Text("ジョブの記録", "Job repository");
    private static final Text NIGHTS = new Text("ジョブの記録とデータベース", "Job repository and warehouse");

    private final NightPlan plan;
    private final Home home;
    private final Secrets secrets;

    RepositoryChecks(NightPlan plan, Home home, Secrets secrets) {
        this.plan = plan;
        this.home = home;
        this.secrets = secrets;
    }

    List<Check> all(NavigableSet<LocalDate> snapshots) {
        try {
            Optional<JobRecords> records = JobRecords.open(plan, home, secrets);
            if (records.isEmpty()) {
                return List.of(snapshots.isEmpty() ? none() : lost());
            }
            try (JobRecords open = records.get()) {
                return checks(open.nights(), snapshots);
            }
        } catch (NightFailure e) {
            return List.of(Check.of(e.problems().get(0), Mark.WRONG, REACHED));
        } catch (IllegalStateException | SQLException e) {
            return List.of(unreadable(e));
        }
    }

    private static List<Check> checks(List<Revision> nights, NavigableSet<LocalDate> snapshots) {
        List<Check> checks = new ArrayList<>();
        long unfinished = nights.stream().filter(night -> !night.complete()).count();
        checks.add(Check.good(
                "KEN-K30",
                REACHED,
                new Text(
                        "夜 " + nights.size() + " 件、うち未完了 " + unfinished + " 件",
                        nights.size() + " nights, " + unfinished + " of them unfinished")));
        checks.add(agreement(nights, snapshots));
        return checks;
    }

    /** Nights that were thinned out are older than the newest snapshot; those of a newer repository are not. */
    private static Check agreement(List<Revision> nights, NavigableSet<LocalDate> snapshots) {
        List<String> ahead = nights.stream()
                .filter(Revision::complete)
                .map(Revision::asOf)
                .filter(date -> snapshots.isEmpty() || date.isAfter(snapshots.last()))
                .map(LocalDate::toString)
                .toList();
        return ahead.isEmpty()
                ? Check.good("KEN-K31", NIGHTS, new Text("一致しています", "agree"))
                : Check.wrong(
                        "KEN-K31",
                        NIGHTS,
                        new Text(
                                "完了とされているのにスナップショットのない夜: " + String.join(", ", ahead),
                                "complete, but without a snapshot: " + String.join(", ", ahead)),
                        new Text(
                                "データベースのほうが古いものです。同じ時のバックアップに戻すか、kenshin run nightly --as-of 日付 --force で計算し直してください。",
                                "The warehouse is older. Restore both of the same time, or compute these nights again with kenshin run"
                                        + " nightly --as-of DATE --force."));
    }

    private static Check unreadable(Exception failure) {
        return Check.wrong(
                "KEN-K30",
                REACHED,
                Check.reason(failure),
                new Text(
                        "ほかのプログラムで開いていれば閉じてから、もう一度確かめてください。",
                        "If another program has it open, close it there, and look again."));
    }

    private static Check none() {
        return Check.good("KEN-K30", REACHED, new Text("まだありません", "none yet"));
    }

    private static Check lost() {
        return Check.look(
                "KEN-K30",
                REACHED,
                new Text("なくなっています", "is gone"),
                new Text(
                        "次の夜は最初の段階から計算し、同じ結果になります。完了した夜も、もう一度指定すれば計算し直されます。",
                        "The next night begins from its first step and comes to the same; complete nights are computed again if asked for."));
    }
}
