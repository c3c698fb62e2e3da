package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.job.Explanation.Move;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Figures;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds who moved most up to one snapshot, and keeps it with the main reason in place of what was kept before. */
final class Movers {
    /** How many are kept for each period and direction. */
    private static final int MOST = 10;

    private static final int TOLD = 3;
    private static final String PREVIOUS = "previous";

    private static final String MOVED = """
            select now.account_id, coalesce(name, now.account_id), before.health, now.health, before.level, now.level
            from score.account_health now
            join score.account_health before on before.account_id = now.account_id
            left join (
                select distinct on (account_id) account_id, name from model.account
                order by account_id, mapping, record_key
            ) account on account.account_id = now.account_id
            where now.as_of = ? and before.as_of = ? and %1$s (now.health - before.health) >= 0.005
            order by %1$s (now.health - before.health) desc, now.account_id
            limit %2$d
            """;

    /** The nearest snapshot, the older of two that are equally near; as histories have it. */
    private static final String NEAREST = """
            select as_of from (select distinct as_of from score.account_health)
            where as_of between cast($1 as date) - $2 - $3 and cast($1 as date) - $2 + $3
            order by abs(cast($1 as date) - $2 - as_of), as_of
            limit 1
            """;

    private final Connection connection;
    private final ScoreReader scores;
    private final LocalDate asOf;
    private final Map<String, Text> reasons = new HashMap<>();

    Movers(Connection connection, Configuration configuration, LocalDate asOf) {
        this.connection = connection;
        this.scores = new ScoreReader(connection, new ScoreWords(configuration));
        this.asOf = asOf;
    }

    /** Which way health went. */
    private enum Direction {
        UP(1, "+", new Text("上昇", "Up")),
        DOWN(-1, "-", new Text("下落", "Down"));

        private final int sign;
        private final String sql;
        private final Text words;

        Direction(int sign, String sql, Text words) {
            this.sign = sign;
            this.sql = sql;
            this.words = words;
        }
    }

    /** One that moved. */
    private record Mover(String account, String name, double before, double now, String levelBefore, String level) {
        static Mover read(ResultSet row) throws SQLException {
            return new Mover(
                    row.getString(1),
                    row.getString(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getString(5),
                    row.getString(6));
        }

        String told() {
            return account + " " + name + " " + Figures.points(now - before);
        }
    }

    /** Keeps all of them, and returns the first few since the previous snapshot, a line a direction. */
    List<Text> keep() throws SQLException {
        Query.update(connection, "delete from score.mover where as_of = ?", asOf);
        List<Text> told = new ArrayList<>();
        try (BulkWriter writer = BulkWriter.into(connection, "score", "mover")) {
            Optional<LocalDate> previous = date("select max(as_of) from score.account_health where as_of < ?", asOf);
            if (previous.isPresent()) {
                told.addAll(keep(PREVIOUS, previous.get(), writer));
            }
            keep("7d", 7, 1, writer);
            keep("30d", 30, 3, writer);
        }
        return told;
    }

    private void keep(String period, int days, int tolerance, BulkWriter writer) throws SQLException {
        Optional<LocalDate> since = date(NEAREST, asOf.toString(), days, tolerance);
        if (since.isPresent()) {
            keep(period, since.get(), writer);
        }
    }

    private Optional<LocalDate> date(String sql, Object... values) throws SQLException {
        return Query.list(connection, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), sql, values)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Text> keep(String period, LocalDate since, BulkWriter writer) throws SQLException {
        List<Text> told = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<Mover> movers = Query.list(connection, Mover::read, MOVED.formatted(direction.sql, MOST), asOf, since);
            for (int i = 0; i < movers.size(); i++) {
                write(writer, period, since, direction, i + 1, movers.get(i));
            }
            if (!movers.isEmpty()) {
                told.add(line(direction, since, movers));
            }
        }
        return told;
    }

    private void write(BulkWriter writer, String period, LocalDate since, Direction direction, int rank, Mover mover)
            throws SQLException {
        Text reason = reason(since, direction, mover.account());
        writer.row(
                asOf,
                period,
                since,
                direction.name().toLowerCase(Locale.ROOT),
                rank,
                mover.account(),
                mover.before(),
                mover.now(),
                mover.levelBefore(),
                mover.level(),
                reason.ja(),
                reason.en());
    }

    /** Several periods may begin with the same snapshot. */
    private Text reason(LocalDate since, Direction direction, String account) throws SQLException {
        String key = since + " " + account;
        Text known = reasons.get(key);
        if (known != null) {
            return known;
        }
        Text found = mainReason(since, direction, account);
        reasons.put(key, found);
        return found;
    }

    /** The largest move in the direction of the whole. */
    private Text mainReason(LocalDate since, Direction direction, String account) throws SQLException {
        Optional<Score> before = scores.read(since, account);
        Optional<Score> now = scores.read(asOf, account);
        return Moves.between(before, now).list().stream()
                .filter(move -> move.points() * direction.sign > 0)
                .findFirst()
                .map(Movers::words)
                .orElse(Text.same(""));
    }

    private static Text words(Move move) {
        String points = Figures.points(move.points());
        String ja = move.why().ja().isEmpty() ? "" : ": " + move.why().ja();
        String en = move.why().en().isEmpty() ? "" : ": " + move.why().en();
        return new Text(
                move.label().ja() + ja + "（" + points + "点）", move.label().en() + en + " (" + points + " points)");
    }

    private static Text line(Direction direction, LocalDate since, List<Mover> movers) {
        List<String> first = movers.stream().limit(TOLD).map(Mover::told).toList();
        return new Text(
                since + " からの" + direction.words.ja() + ": " + String.join("、", first),
                direction.words.en() + " since " + since + ": " + String.join(", ", first));
    }
}
