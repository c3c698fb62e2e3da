package dev.kenshin.usage;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What could not be used of the files of a scan: counted, with the first examples of each file. */
final class Rejections {
    private static final int EXAMPLES = 20;
    private static final int VALUE_LENGTH = 200;

    private final Connection conn;
    private final Map<String, EventFile> files = new HashMap<>();
    private final Map<EventFile, Long> counts = new HashMap<>();
    private final List<QuarantineRow> examples = new ArrayList<>();

    Rejections(Connection conn, List<EventFile> files) {
        this.conn = conn;
        files.forEach(file -> this.files.put(file.path(), file));
    }

    long of(EventFile file) {
        return counts.getOrDefault(file, 0L);
    }

    List<QuarantineRow> examples() {
        return examples;
    }

    /** Forgets the lines that an earlier scan rejected. */
    void clear() throws SQLException {
        Query.update(conn, "drop table if exists temp.reject_errors");
        Query.update(conn, "drop table if exists temp.reject_scans");
    }

    /** Takes over the lines that DuckDB's CSV reader rejected; other readers reject none. */
    void collect() throws SQLException {
        if (Query.number(conn, "select count(*) from duckdb_tables() where table_name = 'reject_errors'") == 0) {
            return;
        }
        Query.list(
                conn,
                row -> counts.put(file(row), row.getLong("lines")),
                "select file_path, count(distinct line) as lines from reject_errors"
                        + " join reject_scans using (scan_id, file_id) group by all");
        examples.addAll(Query.list(
                conn,
                this::example,
                "select file_path, line, any_value(column_name) as column_name, any_value(csv_line) as csv_line,"
                        + " any_value(error_message) as error_message from reject_errors"
                        + " join reject_scans using (scan_id, file_id) group by file_path, line"
                        + " qualify row_number() over (partition by file_path order by line) <= " + EXAMPLES
                        + " order by file_path, line"));
    }

    void addWithoutKey(EventFile file, long events) {
        if (events > 0) {
            counts.merge(file, events, Long::sum);
            examples.add(withoutKey(file.name(), events));
        }
    }

    /** One row for all events of a file or table that cannot be anybody's. */
    static QuarantineRow withoutKey(String place, long events) {
        return new QuarantineRow(
                place,
                place,
                "",
                null,
                "KEN-U11",
                new Text(
                        "顧客・ユーザー・日時のいずれかがない行が「%d」件あります。".formatted(events),
                        "'%d' events lack account, user or time.".formatted(events)),
                new Text("書き出す側で補うか、不要な行なら除いてください。", "Complete them in the export, or leave them out there."));
    }

    private QuarantineRow example(ResultSet row) throws SQLException {
        EventFile file = file(row);
        String said = row.getString("error_message").lines().findFirst().orElse("");
        String line = Optional.ofNullable(row.getString("csv_line")).orElse("");
        return new QuarantineRow(
                file.name(),
                file.name() + ":" + row.getLong("line"),
                Optional.ofNullable(row.getString("column_name")).orElse(""),
                line.substring(0, Math.min(line.length(), VALUE_LENGTH)),
                "KEN-U10",
                new Text("行を読み取れません: " + said, "the line cannot be read: " + said),
                new Text("書き出す側で行を直してください。", "Correct the line in the export."));
    }

    private EventFile file(ResultSet row) throws SQLException {
        EventFile file = files.get(row.getString("file_path"));
        if (file == null) {
            throw new IllegalStateException("no file of this scan: " + row.getString("file_path"));
        }
        return file;
    }
}
