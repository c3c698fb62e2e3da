package dev.kenshin.quarantine;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at what is in quarantine, and at what has left it. */
public final class Quarantined {
    private static final String OPEN = "select now.origin, now.mapping, now.key, now.place, now.field, now.value,"
            + " now.code, now.reason_ja, now.reason_en, now.fix_ja, now.fix_en, stay.first_seen, case when stay.first_seen"
            + " is not null then (select max(as_of) from ops.quarantine_night) end as last_seen, stay.resolved_on from"
            + " ops.quarantine_entry now left join ops.quarantine_stay stay on stay.resolved_on"
            + " is null and " + QuarantineHistory.SAME;
    private static final String RESOLVED =
            "select origin, mapping, key, place, field, value, code, reason_ja, reason_en,"
                    + " '' as fix_ja, '' as fix_en, first_seen, last_seen, resolved_on from ops.quarantine_stay"
                    + " where resolved_on is not null";
    private static final String ALIKE = "partition by origin, mapping, field, code";

    private final Connection connection;

    /** @param connection to a warehouse, which is only read */
    public Quarantined(Connection connection) {
        this.connection = connection;
    }

    /** Whether the warehouse was ever opened by a release that knows when entries came; else nothing can be asked. */
    public static boolean isKnown(Connection connection) throws SQLException {
        return Query.number(connection, "select count(*) from duckdb_tables() where table_name = 'quarantine_stay'")
                > 0;
    }

    /** Groups of entries, those with the most entries first, and of these the oldest. */
    public List<Group> groups(Filter filter) throws SQLException {
        List<Group> found = read(filter);
        if (filter.resolved()) {
            return found;
        }
        List<Group> all = filter.equals(Filter.ALL) ? found : read(Filter.ALL);
        return found.stream().map(group -> group.numbered(rank(group, all))).toList();
    }

    private static int rank(Group group, List<Group> all) {
        return 1
                + IntStream.range(0, all.size())
                        .filter(i -> all.get(i).isAlike(group))
                        .findFirst()
                        .orElse(-1);
    }

    private List<Group> read(Filter filter) throws SQLException {
        return query(
                filter,
                Group::read,
                "select *, count(*) over alike as entries, min(first_seen) over alike as since,"
                        + " max(resolved_on) over alike as until, count(distinct key) over alike as records,"
                        + " count(distinct value) over alike as distinct_values from ",
                " window alike as (" + ALIKE + ") qualify row_number() over (" + ALIKE
                        + " order by first_seen, place, key, value) = 1"
                        + " order by entries desc, since, origin, mapping, field, code");
    }

    /** Tells of each entry, the oldest first. */
    public void each(Filter filter, Consumer<Entry> reader) throws SQLException {
        query(
                filter,
                row -> {
                    reader.accept(Entry.read(row));
                    return true;
                },
                "select * from ",
                " order by first_seen, resolved_on, origin, place, field, code, key, mapping, value");
    }

    /** The entries, the oldest first. */
    public List<Entry> entries(Filter filter) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        each(filter, entries::add);
        return entries;
    }

    /** The values that are at fault in a group, the most frequent first; at most so many. */
    public List<ValueCount> values(Group group, int limit) throws SQLException {
        Entry example = group.example();
        return Query.list(
                connection,
                ValueCount::read,
                "select coalesce(value, '') as value, count(*) as entries, min(place) as place from"
                        + " ops.quarantine_entry where origin = ? and mapping = ? and field = ? and code = ? group by all"
                        + " order by entries desc, place limit ?",
                example.record().origin(),
                example.record().mapping(),
                example.field(),
                example.code(),
                limit);
    }

    /** The entries of the records with that key, and those at that place. */
    public List<Entry> find(String keyOrPlace) throws SQLException {
        return Query.list(
                connection,
                Entry::read,
                "select * from (" + OPEN + ") where key = ? or place = ? order by origin, place, field, code, mapping",
                keyOrPlace,
                keyOrPlace);
    }

    /** Earlier stays of the entry, and the one at hand, the newest first. */
    public List<Stay> stays(Entry entry) throws SQLException {
        return Query.list(
                connection,
                Stay::read,
                "select distinct stay.first_seen, stay.resolved_on, (select count(*) from ops.quarantine_night night"
                        + " where night.as_of >= stay.first_seen and night.as_of <= coalesce(stay.last_seen, night.as_of))"
                        + " as nights from ops.quarantine_stay stay join ops.quarantine_entry now"
                        + " on " + QuarantineHistory.SAME
                        + " where now.origin = ? and now.mapping = ? and now.key = ? and now.field = ? and now.code = ?"
                        + " order by stay.first_seen desc",
                entry.record().origin(),
                entry.record().mapping(),
                entry.record().key(),
                entry.field(),
                entry.code());
    }

    /** The last nights, the oldest first. */
    public List<NightCount> nights(int last) throws SQLException {
        return NightCount.last(connection, last);
    }

    /** Of how many records there are entries. */
    public long records(Filter filter) throws SQLException {
        return query(filter, row -> row.getLong(1), "select count(distinct (" + RecordId.JOINED + ")) from ", "")
                .get(0);
    }

    private <T> List<T> query(Filter filter, Query.Row<T> row, String select, String rest) throws SQLException {
        List<Object> values = new ArrayList<>();
        String condition = filter.condition(connection, values);
        String entries = "(" + (filter.resolved() ? RESOLVED : OPEN) + ")";
        @Nullable Object[] bound = values.toArray();
        return Query.list(connection, row, select + entries + " where " + condition + rest, bound);
    }

    /** A value that is at fault, how often, and one place where it is; empty where there is none. */
    public record ValueCount(String value, long entries, String place) {
        static ValueCount read(ResultSet row) throws SQLException {
            return new ValueCount(row.getString("value"), row.getLong("entries"), row.getString("place"));
        }
    }

    /**
     * One time that an entry was in quarantine.
     *
     * @param nights how many nights found it
     */
    public record Stay(LocalDate firstSeen, Optional<LocalDate> resolvedOn, long nights) {
        static Stay read(ResultSet row) throws SQLException {
            return new Stay(
                    row.getObject("first_seen", LocalDate.class),
                    Entry.date(row, "resolved_on"),
                    row.getLong("nights"));
        }
    }
}
