package dev.kenshin.housekeeping;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Superseded versions of landed records. One goes if it was superseded before the days of which everything stays, and was not
 * current when the night of any kept snapshot was due. So {@code --known-at as-of} comes to the same for every kept
 * date, and any time since {@code before} is known as ever; {@code landing.thinned} and {@code landing.kept_moment} say
 * so to a backfill. Works in the caller's transaction.
 */
final class RecordVersions {
    private static final String GOING = " from landing.record r where superseded_at <= cast(? as timestamp)"
            + " and not exists (select 1 from (select unnest(?::varchar[])::timestamp as moment)"
            + " where moment >= r.seen_at and moment < r.superseded_at)";

    private final Connection warehouse;
    private final ZoneId zone;

    RecordVersions(Connection warehouse, ZoneId zone) {
        this.warehouse = warehouse;
        this.zone = zone;
    }

    Going going(LocalDate first, Collection<LocalDate> kept) throws SQLException {
        long rows =
                Query.number(warehouse, "select count(*)" + GOING, before(first).toString(), moments(first, kept));
        return new Going(
                new Text("置き換えられた版（landing.record）", "superseded versions (landing.record)"),
                rows,
                Going.ROWS,
                rows == 0 ? 0 : Sizes.of(warehouse, "landing.record", rows),
                List.of());
    }

    /** Deletes them and remembers what can still be known; where none goes, nothing is touched. */
    void delete(LocalDate first, Collection<LocalDate> kept) throws SQLException {
        if (going(first, kept).isNothing()) {
            return;
        }
        Array moments = moments(first, kept);
        Set<LocalDateTime> stillKnown = stillKnown(first, kept);
        Query.update(warehouse, "delete" + GOING, before(first).toString(), moments);
        Query.update(warehouse, "delete from landing.thinned");
        Query.update(
                warehouse,
                "insert into landing.thinned values (cast(? as timestamp))",
                before(first).toString());
        Query.update(warehouse, "delete from landing.kept_moment");
        for (LocalDateTime moment : stillKnown) {
            Query.update(warehouse, "insert into landing.kept_moment values (cast(? as timestamp))", moment.toString());
        }
    }

    /** A snapshot that was computed after an earlier thinning may look back to what had gone by then. */
    private Set<LocalDateTime> stillKnown(LocalDate first, Collection<LocalDate> kept) throws SQLException {
        NavigableSet<LocalDateTime> known = new TreeSet<>(Query.list(
                warehouse, row -> row.getObject(1, LocalDateTime.class), "select moment from landing.kept_moment"));
        List<LocalDateTime> thinned = Query.list(
                warehouse, row -> row.getObject(1, LocalDateTime.class), "select before from landing.thinned");
        Set<LocalDateTime> still = new TreeSet<>();
        for (LocalDate date : kept) {
            LocalDateTime moment = moment(date);
            boolean whole = thinned.stream().allMatch(before -> !moment.isBefore(before)) || known.contains(moment);
            if (date.isBefore(first) && whole) {
                still.add(moment);
            }
        }
        return still;
    }

    private Array moments(LocalDate first, Collection<LocalDate> kept) throws SQLException {
        return warehouse.createArrayOf(
                "varchar",
                kept.stream()
                        .filter(date -> date.isBefore(first))
                        .map(date -> moment(date).toString())
                        .toArray());
    }

    /** By the beginning of this day nothing had been thinned out. */
    private LocalDateTime before(LocalDate first) {
        return utc(first);
    }

    /** The end of the following day, by which the night of a date is due; as a backfill with {@code as-of} has it. */
    private LocalDateTime moment(LocalDate date) {
        return utc(date.plusDays(2)).minusNanos(1000);
    }

    private LocalDateTime utc(LocalDate beginning) {
        return LocalDateTime.ofInstant(beginning.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    }
}
