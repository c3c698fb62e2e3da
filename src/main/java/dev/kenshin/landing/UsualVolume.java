package dev.kenshin.landing;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many records a stream holds most often: the median of the last nights of the same weekday, since many exports have
 * a rhythm of a week, or the last extract while there are too few of those.
 *
 * @param records which may lie between two numbers
 * @param of what it is the number of
 */
public record UsualVolume(double records, Text of) {
    private static final int DAYS = 60;
    /** The last nights of the same weekday that are looked at, and how many of them there must be. */
    public static final int WEEKS = 4;

    private static final int ENOUGH = 3;

    private record Past(LocalDate asOf, long records, boolean accepted) {}

    /**
     * Before that date. Nights before one whose unusual number a person has accepted do not count any more.
     *
     * @param state as the stream stands; a warehouse of an earlier release knows no more. What landed for the same date
     *     does not count, since a step that was killed after it had landed must judge as it did before
     */
    static Optional<UsualVolume> of(Connection conn, String stream, LocalDate asOf, Optional<StreamState> state)
            throws SQLException {
        List<Past> past = past(conn, stream, asOf);
        List<Long> sameWeekday = past.stream()
                .filter(night -> night.asOf().getDayOfWeek() == asOf.getDayOfWeek())
                .limit(WEEKS)
                .map(Past::records)
                .toList();
        Optional<UsualVolume> weekly = ofWeekday(asOf, sameWeekday);
        if (weekly.isPresent()) {
            return weekly;
        }
        if (!past.isEmpty()) {
            return Optional.of(last(past.get(0).records()));
        }
        return state.filter(known -> known.landedOn().filter(asOf::equals).isEmpty())
                .map(known -> last(known.records()));
    }

    /** The median of the last days of the same weekday, each with its number; empty where they are too few. */
    public static Optional<UsualVolume> ofWeekday(LocalDate asOf, List<Long> records) {
        return records.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(
                        new UsualVolume(median(records.stream().sorted().toList()), weekdays(asOf, records.size())));
    }

    /**
     * The median of the few days of the same weekday since one whose unusual number a person has accepted, that day
     * included; empty where there are none yet.
     */
    public static Optional<UsualVolume> sinceAccepted(LocalDate accepted, List<Long> records) {
        Text since = new Text(
                "「%s」の件数が受け入れられてからの同じ曜日の中央値".formatted(accepted),
                "the median of the same weekday since '%s', whose number was accepted".formatted(accepted));
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new UsualVolume(median(records.stream().sorted().toList()), since));
    }

    /** Whether it has landed for an earlier date. */
    static boolean isKnownBefore(Connection conn, String stream, LocalDate asOf) throws SQLException {
        return !past(conn, stream, asOf).isEmpty();
    }

    static void keep(Connection conn, String stream, LocalDate asOf, long records, boolean accepted)
            throws SQLException {
        Query.update(
                conn,
                "delete from landing.volume where stream = ? and (as_of = ? or as_of < ?)",
                stream,
                asOf,
                asOf.minusDays(DAYS));
        Query.update(
                conn,
                "insert into landing.volume (stream, as_of, records, accepted) values (?, ?, ?, ?)",
                stream,
                asOf,
                records,
                accepted);
    }

    /** The newest first. */
    private static List<Past> past(Connection conn, String stream, LocalDate asOf) throws SQLException {
        List<Past> past = new ArrayList<>();
        for (Past night : Query.list(
                conn,
                row -> new Past(row.getObject(1, LocalDate.class), row.getLong(2), row.getBoolean(3)),
                "select as_of, records, accepted from landing.volume where stream = ? and as_of < ?"
                        + " order by as_of desc",
                stream,
                asOf)) {
            past.add(night);
            if (night.accepted()) {
                break;
            }
        }
        return past;
    }

    private static double median(List<Long> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }

    private static Text weekdays(LocalDate asOf, int number) {
        return new Text(
                "直近%d回の%sの中央値".formatted(number, asOf.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.JAPANESE)),
                "the median of the last %d %ss"
                        .formatted(number, asOf.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }

    private static UsualVolume last(long records) {
        return new UsualVolume(records, new Text("前回", "the last extract"));
    }
}
