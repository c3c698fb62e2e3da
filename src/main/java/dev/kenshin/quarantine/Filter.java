package dev.kenshin.quarantine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which entries are meant.
 *
 * @param origin a stream, all streams of a source, or a usage source
 * @param since those that came on that date or later; of resolved ones, those that left then or later
 * @param records only of these records
 * @param resolved those that have left, in place of those that are there
 */
public record Filter(
        Optional<String> origin,
        Optional<String> mapping,
        Optional<String> code,
        Optional<LocalDate> since,
        Optional<Collection<RecordId>> records,
        boolean resolved) {
    /** All that is there. */
    public static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The same of these records only. */
    public Filter of(Collection<RecordId> wanted) {
        return new Filter(origin, mapping, code, since, Optional.of(wanted), resolved);
    }

    /** The condition, whose values are added in their order. */
    String condition(Connection connection, List<Object> values) throws SQLException {
        List<String> conditions = new ArrayList<>(List.of("true"));
        origin.ifPresent(name -> {
            conditions.add("(origin = ? or starts_with(origin, ?))");
            values.add(name);
            values.add(name + ".");
        });
        add(conditions, values, "mapping = ?", mapping);
        add(conditions, values, "upper(code) = upper(?)", code);
        add(conditions, values, resolved ? "resolved_on >= ?" : "coalesce(first_seen, 'infinity') >= ?", since);
        if (records.isPresent()) {
            conditions.add(RecordId.JOINED + " in (select unnest(?::varchar[]))");
            values.add(connection.createArrayOf(
                    "varchar", records.get().stream().map(RecordId::joined).toArray()));
        }
        return String.join(" and ", conditions);
    }

    private static void add(
            List<String> conditions, List<Object> values, String condition, Optional<? extends Object> value) {
        value.ifPresent(wanted -> {
            conditions.add(condition);
            values.add(wanted);
        });
    }
}
