package dev.kenshin.job;

import dev.kenshin.landing.StreamState;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether what has landed is enough to compute what is asked for. */
final class Landed {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private Landed() {}

    /** @throws NightFailure if nothing has landed, or only for earlier dates, or only later than is to be known */
    static void check(Warehouse warehouse, NightPlan plan, BackfillRequest request) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            String job = plan.job().name();
            LocalDate newest = newest(connection, plan).orElseThrow(() -> nothing(job));
            if (request.to().isAfter(newest)) {
                throw tooLate(job, request.to(), newest);
            }
            checkMoment(connection, plan, request);
        }
    }

    /** The newest date for which any stream of the job has landed. */
    static Optional<LocalDate> newest(Connection connection, NightPlan plan) throws SQLException {
        List<LocalDate> landed = new ArrayList<>();
        for (CompiledMapping mapping : plan.mappings()) {
            StreamState.newestOn(connection, mapping.stream()).ifPresent(landed::add);
        }
        return landed.stream().max(Comparator.naturalOrder());
    }

    private static void checkMoment(Connection connection, NightPlan plan, BackfillRequest request)
            throws SQLException {
        Optional<LocalDateTime> moment =
                request.knownAt().moment(request.from(), plan.job().zone());
        Optional<LocalDateTime> first = Query.first(
                connection, row -> row.getObject(1, LocalDateTime.class), "select min(seen_at) from landing.record");
        if (moment.isPresent() && first.isPresent() && moment.get().isBefore(first.get())) {
            throw notYet(plan, request.from(), moment.get(), first.get());
        }
        for (LocalDate date : request.dates()) {
            Optional<LocalDateTime> then =
                    request.knownAt().moment(date, plan.job().zone());
            if (then.isPresent() && isThinned(connection, then.get())) {
                throw thinned(plan, date, then.get());
            }
        }
    }

    /** Whether some of what was known then has been thinned out since. */
    private static boolean isThinned(Connection connection, LocalDateTime moment) throws SQLException {
        return Query.number(
                        connection,
                        "select count(*) from landing.thinned where before > cast(? as timestamp)"
                                + " and cast(? as timestamp) not in (from landing.kept_moment)",
                        moment.toString(),
                        moment.toString())
                > 0;
    }

    static NightFailure nothing(String job) {
        return failure(
                "KEN-J11",
                job,
                new Text("まだ何も取り込まれていないため、計算できません。", "nothing has landed yet, so nothing can be computed."),
                new Text(
                        "まず kenshin run " + job + " を実行してください。データソースを読み込むのはその時だけです。",
                        "Begin with kenshin run " + job + ", which alone reads the sources."));
    }

    private static NightFailure tooLate(String job, LocalDate to, LocalDate landed) {
        return failure(
                "KEN-J12",
                job,
                new Text(
                        "取り込み済みのデータは「" + landed + "」までなので、「" + to + "」は計算できません。",
                        "what has landed reaches to '" + landed + "', so '" + to + "' cannot be computed."),
                new Text(
                        "--to を " + landed + " 以前にするか、先に kenshin run " + job + " --as-of " + to + " を実行してください。",
                        "End with --to " + landed + ", or begin with kenshin run " + job + " --as-of " + to + "."));
    }

    private static NightFailure notYet(NightPlan plan, LocalDate from, LocalDateTime moment, LocalDateTime first) {
        return failure(
                "KEN-J13",
                plan.job().name(),
                new Text(
                        "「" + from + "」について使える「" + shown(plan, moment) + "」までのデータがありません。最初の取り込みは「" + shown(plan, first)
                                + "」です。",
                        "for '" + from + "' nothing is known by '" + shown(plan, moment)
                                + "'; the first record landed at '" + shown(plan, first) + "'."),
                new Text(
                        "それより後の日付から始めるか、--known-at を付けずに、今わかっていることから計算してください。",
                        "Begin with a later date, or leave --known-at out to compute from what is known now."));
    }

    private static NightFailure thinned(NightPlan plan, LocalDate date, LocalDateTime moment) {
        return failure(
                "KEN-K02",
                plan.job().name(),
                new Text(
                        "「" + date + "」について「" + shown(plan, moment) + "」に何がわかっていたかは、kenshin prune で間引かれたため、もうわかりません。",
                        "what was known of '" + date + "' at '" + shown(plan, moment)
                                + "' can no longer be told, since kenshin prune has thinned it out."),
                new Text(
                        "スナップショットが残っている日付か、より新しい日付を指定するか、--known-at を付けずに、今わかっていることから計算してください。",
                        "Take dates whose snapshots were kept, or later ones, or leave --known-at out to compute from what is"
                                + " known now."));
    }

    private static String shown(NightPlan plan, LocalDateTime utc) {
        return TIME.format(
                utc.atZone(ZoneOffset.UTC).withZoneSameInstant(plan.job().zone()));
    }

    private static NightFailure failure(String code, String job, Text message, Text fix) {
        return new NightFailure(ExitCode.USAGE, List.of(Problem.error(code, new Location.Named(job), message, fix)));
    }
}
