package dev.kenshin.landing;

import dev.kenshin.config.Expectation;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether a staged full extract can be believed, before it replaces what was known. What follows from a problem
 * is the job's decision. Incremental extracts may be empty and are not checked.
 */
public final class LandingGate {
    private static final int HOURS_OF_A_DAY = 24;

    private final Connection conn;
    private final String stream;
    private final LocalDate asOf;
    private final Problems problems = new Problems();

    private LandingGate(Connection conn, String stream, LocalDate asOf) {
        this.conn = conn;
        this.stream = stream;
        this.asOf = asOf;
    }

    /**
     * All problems of the staged extract. The freshness of a stream whose records lack the freshness column is not
     * checked, since a source's streams need not all be dated.
     *
     * @param previous how the stream stood before; empty where it never landed
     * @param asOf data is fresh if it is young enough at the end of this day
     */
    public static List<Problem> check(
            Connection conn, String stream, Expectation expect, Optional<StreamState> previous, LocalDate asOf)
            throws SQLException {
        LandingGate gate = new LandingGate(conn, stream, asOf);
        long records = Query.number(conn, "select count(*) from " + new Stage(stream).records());
        if (records == 0) {
            gate.checkEmpty(previous);
        } else {
            gate.checkVolume(records, expect, previous.map(StreamState::records).orElse(0L));
            gate.checkFreshness(expect, false);
        }
        return gate.problems.all();
    }

    /** All problems of an extract that holds what the last one held: it can only have become too old. */
    public static List<Problem> checkUnchanged(Connection conn, String stream, Expectation expect, LocalDate asOf)
            throws SQLException {
        LandingGate gate = new LandingGate(conn, stream, asOf);
        gate.checkFreshness(expect, true);
        return gate.problems.all();
    }

    /** A stream may be empty at first: nobody has been asked yet, nothing has been sold yet. It does not become so again. */
    private void checkEmpty(Optional<StreamState> previous) {
        if (previous.isEmpty()) {
            problems.warning(
                    "KEN-L05",
                    new Location.Named(stream),
                    new Text("まだ1件もありません。", "there is not a single record yet."),
                    new Text("空でないはずなら、出力元を確認してください。", "If there should be, check what the system exports."));
        } else if (previous.get().records() > 0) {
            error(
                    "KEN-L01",
                    new Text("1件も読み取れませんでした。", "not a single record was read."),
                    new Text(
                            "出力元の抽出結果を確認して、もう一度実行してください。前回までのデータはそのまま残っています。",
                            "Check what the system exported and run again; the data of the last night was kept."));
        }
    }

    private void checkVolume(long records, Expectation expect, long before) {
        double change = before == 0 ? 0 : Math.abs((double) records - before) / before;
        if (expect.volumeChange().isEmpty() || change <= expect.volumeChange().getAsDouble()) {
            return;
        }
        String numbers = String.format("%d → %d", before, records);
        String limit = percent(expect.volumeChange().getAsDouble());
        error(
                "KEN-L02",
                new Text(
                        "件数が「%s」と%s変わりました(許容は%s)。".formatted(numbers, percent(change), limit),
                        "the number of records changed '%s', by %s (accepted: %s)."
                                .formatted(numbers, percent(change), limit)),
                new Text(
                        "抽出が途中で切れていないか確認し、正しい変化なら expect.volume-change を広げてください。",
                        "Check that the export is complete; if the change is real, widen expect.volume-change."));
    }

    private void checkFreshness(Expectation expect, boolean landed) throws SQLException {
        if (expect.freshness().isEmpty() || expect.freshnessColumn().isEmpty()) {
            return;
        }
        String column = expect.freshnessColumn().get();
        DataDate date =
                landed ? DataDate.ofLanded(conn, stream, column, asOf) : DataDate.ofStage(conn, stream, column, asOf);
        if (date.present()) {
            date.newest()
                    .ifPresentOrElse(
                            newest ->
                                    checkAge(column, newest, expect.freshness().get()),
                            () -> undated(column));
        }
    }

    private void checkAge(String column, LocalDate newest, Duration limit) {
        long hours = ChronoUnit.DAYS.between(newest, asOf) * HOURS_OF_A_DAY;
        if (hours <= limit.toHours()) {
            return;
        }
        error(
                "KEN-L03",
                new Text(
                        "データが古すぎます。「%s」の最新は「%s」で、基準日「%s」から%d時間前です(許容は%d時間)。"
                                .formatted(column, newest, asOf, hours, limit.toHours()),
                        "the data is too old: the newest '%s' is '%s', %d hours before '%s' (accepted: %d hours)."
                                .formatted(column, newest, hours, asOf, limit.toHours())),
                new Text(
                        "出力元が更新されているか確認してください。遅れてよいデータなら expect.freshness を延ばしてください。",
                        "Check that the system still exports; if it may lag, widen expect.freshness."));
    }

    private void undated(String column) {
        error(
                "KEN-L04",
                new Text(
                        "「%s」に基準日「%s」以前の日付が1つもありません。".formatted(column, asOf),
                        "no value of '%s' is a date up to '%s'.".formatted(column, asOf)),
                new Text(
                        "expect.freshness-column に日付の列を指定してください。",
                        "Name a column of dates in expect.freshness-column."));
    }

    private void error(String code, Text message, Text fix) {
        problems.error(code, new Location.Named(stream), message, fix);
    }

    private static String percent(double share) {
        return "%.0f%%".formatted(share * 100);
    }
}
