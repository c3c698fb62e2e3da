package dev.kenshin.quarantine;

import dev.kenshin.problem.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A row or value that was set aside: one reason of one record.
 *
 * @param record whose it is
 * @param place where a person finds it
 * @param field of the source; empty where the whole row is meant
 * @param value as the source holds it; empty where there is none
 * @param fix what to do about it; empty in both languages once it is resolved
 * @param firstSeen as-of date of the first night that found it; empty if no night has recorded it yet
 * @param lastSeen of the last one; while it is there, the last night of all
 * @param resolvedOn of the first night that no longer found it; empty while it is there
 */
public record Entry(
        RecordId record,
        String place,
        String field,
        String value,
        String code,
        Text reason,
        Text fix,
        Optional<LocalDate> firstSeen,
        Optional<LocalDate> lastSeen,
        Optional<LocalDate> resolvedOn) {

    /** Reads a row that has these columns; {@code key}, {@code origin} and {@code mapping} name the record. */
    public static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                new RecordId(row.getString("origin"), row.getString("mapping"), row.getString("key")),
                row.getString("place"),
                row.getString("field"),
                Objects.requireNonNullElse(row.getString("value"), ""),
                row.getString("code"),
                new Text(row.getString("reason_ja"), row.getString("reason_en")),
                new Text(row.getString("fix_ja"), row.getString("fix_en")),
                date(row, "first_seen"),
                date(row, "last_seen"),
                date(row, "resolved_on"));
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
