package dev.kenshin.job;

import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.GateTable;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.usage.UsageState;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges a usage source without a single event up to the as-of date. A product may be so young; but where events were
 * rejected, or there were some on an earlier night, a silence of all customers is not to be believed.
 */
record NoEvents(Connection connection, String usage, LocalDate asOf) {

    Judgement judge() throws SQLException {
        long rejected = UsageState.rejected(connection, usage);
        if (rejected > 0) {
            return judgement(Outcome.BLOCKED, rejected(rejected));
        }
        return wereThereBefore() ? judgement(Outcome.BLOCKED, gone()) : judgement(Outcome.WARNED, notYet());
    }

    /** Since a person accepted that there are none, if anybody did. */
    private boolean wereThereBefore() throws SQLException {
        Optional<LocalDate> accepted = GateTable.lastAccepted(connection, Gate.NO_EVENTS, usage, asOf);
        return Query.number(
                        connection,
                        "select count(*) from ops.source_status where source = ? and stream = ? and as_of < ?"
                                + " and as_of > coalesce(?::date, date '0001-01-01') and data_date is not null",
                        usage,
                        SourceAge.EVENTS,
                        asOf,
                        accepted.orElse(null))
                > 0;
    }

    private Judgement judgement(Outcome outcome, Problem problem) {
        return new Judgement(
                Gate.NO_EVENTS,
                usage,
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                Limits.NONE,
                outcome,
                Optional.of(problem),
                Text.same(""));
    }

    private Problem rejected(long rejected) {
        return problem(
                new Text(
                        "基準日「%s」までに使えるイベントが1件もなく、「%d」件が隔離されました。".formatted(asOf, rejected),
                        "not a single event up to '%s' can be used; '%d' were set aside.".formatted(asOf, rejected)),
                new Text(
                        "隔離データ（quarantine）の理由に従って、account・user・time の列の指定か出力元を直してください。",
                        "Follow the reasons in the quarantine: mend the export, or the columns that account, user and time name."));
    }

    private Problem gone() {
        return problem(
                new Text(
                        "基準日「%s」までのイベントが1件もありません。以前の夜にはありました。".formatted(asOf),
                        "there is not a single event up to '%s', though there were some on earlier nights."
                                .formatted(asOf)),
                new Text(
                        "出力元がイベントを書き出しているか確認して、もう一度実行してください。すべて読み直します。",
                        "Check that the product still exports its events, and run again; all of them are read anew."));
    }

    private Problem notYet() {
        return problem(
                new Text(
                        "基準日「%s」までのイベントがまだ1件もありません。".formatted(asOf),
                        "there is not a single event up to '%s' yet.".formatted(asOf)),
                new Text(
                        "あるはずなら出力元を確認してください。イベントが届くまで、利用の指標は欠測として扱います。",
                        "If there should be, check the export. Until events come, metrics of usage count as missing."));
    }

    private Problem problem(Text message, Text fix) {
        return Problem.error(Gate.NO_EVENTS.code(), new Location.Named(usage), message, fix);
    }
}
