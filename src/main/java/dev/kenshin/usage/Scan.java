package dev.kenshin.usage;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/**
 * Files that one query can read together, since they are laid out alike.
 *
 * @param from SQL of the table function that reads them, in this order
 * @param time the form of their times
 */
record Scan(List<EventFile> files, String from, EventTime time) {

    /** SQL for the paths of files. */
    static String paths(List<EventFile> files) {
        return Quoted.texts(files.stream().map(EventFile::path).toList());
    }

    /**
     * SQL that aggregates the files into rows of {@code usage.daily}. Rows may lack account, user or day.
     *
     * @param partIds of the files, in their order
     */
    String aggregate(UsageConfig usage, ZoneId zone, List<Integer> partIds) {
        return "insert into usage.daily (part_id, source, account_key, user_id, day, event, events, seconds)"
                + " select (" + partIds + ")[file_index::bigint + 1], " + Quoted.text(usage.name())
                + ", * exclude (file_index) from (select file_index, "
                + key(EventColumns.account(usage)) + " as account_key, "
                + key(usage.user()) + " as user_id, "
                + time.day(Quoted.name(usage.time()), zone) + " as day, "
                + "cast(" + Quoted.name(usage.event()) + " as varchar) as event, "
                + "count(*) as events, "
                + seconds(usage) + " as seconds from " + from + " group by all)";
    }

    /** How many events Parquet files say that they hold. To count those of text files they would have to be read again. */
    long rows(Connection conn) throws SQLException {
        return Query.number(conn, "select sum(num_rows)::bigint from parquet_file_metadata(" + paths(files) + ")");
    }

    private static String key(String column) {
        return "nullif(cast(" + Quoted.name(column) + " as varchar), '')";
    }

    private static String seconds(UsageConfig usage) {
        return usage.seconds()
                .map(column -> "sum(try_cast(" + Quoted.name(column) + " as decimal(18, 4)))")
                .orElse("null");
    }
}
