package dev.kenshin.landing;

import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/** How old data are by the dates in them, whenever they were read. */
public final class FreshnessGate {
    private static final int HOURS_OF_A_DAY = 24;

    private FreshnessGate() {}

    /**
     * How old the newest date is at the end of the as-of date, in hours.
     *
     * @param of what the newest date was found in, as a person knows it: 「更新日」
     */
    public static Judgement judge(String subject, Text of, LocalDate newest, LocalDate asOf, Limits limits) {
        long hours = ChronoUnit.DAYS.between(newest, asOf) * HOURS_OF_A_DAY;
        return Judgement.of(
                Gate.FRESHNESS,
                subject,
                (double) hours,
                OptionalDouble.empty(),
                limits,
                () -> old(subject, of, newest, asOf, hours, Math.round(limits.exceeded((double) hours))));
    }

    private static Problem old(String subject, Text of, LocalDate newest, LocalDate asOf, long hours, long limit) {
        return problem(
                "KEN-L03",
                subject,
                new Text(
                        "データが古すぎます。%sの最新は「%s」で、基準日「%s」から%d時間前です(許容は%d時間)。"
                                .formatted(of.ja(), newest, asOf, hours, limit),
                        "the data is too old: the newest %s is '%s', %d hours before '%s' (accepted: %d hours)."
                                .formatted(of.en(), newest, hours, asOf, limit)),
                new Text(
                        "出力元が更新されているか確認してください。遅れてよいデータなら expect.freshness を延ばしてください。",
                        "Check that the system still exports; if it may lag, widen expect.freshness."));
    }

    /** A field without a single date says nothing of the age; that never blocks. */
    static Judgement undated(String subject, String column, LocalDate asOf, Limits limits) {
        Problem problem = problem(
                "KEN-L04",
                subject,
                new Text(
                        "「%s」に基準日「%s」以前の日付が1つもありません。".formatted(column, asOf),
                        "no value of '%s' is a date up to '%s'.".formatted(column, asOf)),
                new Text(
                        "expect.freshness-column に日付の列を指定してください。",
                        "Name a column of dates in expect.freshness-column."));
        return new Judgement(
                Gate.FRESHNESS,
                subject,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                limits,
                Outcome.WARNED,
                Optional.of(problem),
                Text.same(""));
    }

    private static Problem problem(String code, String subject, Text message, Text fix) {
        return Problem.error(code, new Location.Named(subject), message, fix);
    }
}
