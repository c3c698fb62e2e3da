package dev.kenshin.housekeeping;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Whether the clock, and what was written by it, can be true. */
final class TimeChecks {
    private static final Text TIME = new Text("時計とタイムゾーン", "Clock and time zone");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Home home;
    private final Clock clock;
    private final ZoneId zone;

    TimeChecks(Home home, Clock clock, ZoneId zone) {
        this.home = home;
        this.clock = clock;
        this.zone = zone;
    }

    Check check(Connection warehouse) throws IOException, SQLException {
        List<Text> wrong = new ArrayList<>();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        for (RunReport report : new RunReports(home).last(1)) {
            if (report.run().started().isAfter(clock.instant().plus(TOLERANCE))) {
                wrong.add(new Text(
                        "前の実行が未来（" + report.run().started() + "）に始まっています",
                        "the last run began in the future (" + report.run().started() + ")"));
            }
        }
        LocalDateTime utc = LocalDateTime.ofInstant(clock.instant().plus(TOLERANCE), ZoneOffset.UTC);
        if (Query.number(warehouse, "select count(*) from landing.record where seen_at > ?", utc) > 0) {
            wrong.add(new Text("未来に取り込まれたレコードがあります", "records landed in the future"));
        }
        String dated = "select count(*) from landing.stream where data_date > cast(? as date)";
        if (Query.number(warehouse, dated, today.toString()) > 0) {
            wrong.add(new Text("未来の日付のデータがあります", "data are dated in the future"));
        }
        String snapshots = "select count(*) from score.account_health where as_of >= cast(? as date)";
        if (Query.number(warehouse, snapshots, today.toString()) > 0) {
            wrong.add(new Text("今日以降のスナップショットがあります", "there is a snapshot of today or later"));
        }
        Text now = Text.same(LocalDateTime.now(clock.withZone(zone)).withNano(0) + " " + zone);
        return wrong.isEmpty() ? Check.good("KEN-K33", TIME, now) : look(now, wrong);
    }

    private static Check look(Text now, List<Text> wrong) {
        String ja = String.join("、", wrong.stream().map(Text::ja).toList());
        String en = String.join("; ", wrong.stream().map(Text::en).toList());
        return Check.look(
                "KEN-K33",
                TIME,
                new Text(now.ja() + "、" + ja, now.en() + "; " + en),
                new Text(
                        "時計と、ジョブの time-zone を確かめてください。終わっていない日の夜は、その日が終わってから --force で計算し直せます。",
                        "Check the clock, and time-zone in the job. A night of a day that had not ended can be computed again with"
                                + " --force when it has."));
    }
}
