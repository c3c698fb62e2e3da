package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Why a row of a {@link Trial} was set aside.
 *
 * @param origin the stream, or the usage source
 * @param place where the row was given
 * @param field of the source; empty where the whole row is meant
 * @param value as it was given; empty where there is none
 */
public record SetAside(String origin, String place, String field, String value, String code, Text reason, Text fix) {

    static SetAside read(ResultSet row) throws SQLException {
        return new SetAside(
                row.getString("origin"),
                row.getString("place"),
                row.getString("field"),
                Objects.requireNonNullElse(row.getString("value"), ""),
                row.getString("code"),
                new Text(row.getString("reason_ja"), row.getString("reason_en")),
                new Text(row.getString("fix_ja"), row.getString("fix_en")));
    }
}
