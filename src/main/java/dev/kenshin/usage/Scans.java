package dev.kenshin.usage;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the headers of event files, and says in how few queries they can be read. */
final class Scans {
    /** What DuckDB calls the one column of JSON in which it has seen no object, and so no names. */
    private static final List<String> WITHOUT_OBJECTS = List.of("json");

    private final Connection conn;
    private final UsageConfig usage;

    Scans(Connection conn, UsageConfig usage) {
        this.conn = conn;
        this.usage = usage;
    }

    /** Scans that together read every file once, a batch at a time; all columns that are needed exist in each. */
    List<Scan> of(List<EventFile> files) throws SQLException, UsageUnavailable {
        if (files.isEmpty()) {
            return List.of();
        }
        return switch (usage.type()) {
            case "parquet" -> parquet(files);
            case "csv" -> csv(files);
            case "json" -> json(files);
            default -> throw new IllegalArgumentException("no usage source has type " + usage.type());
        };
    }

    /** Files whose times have different types are read apart, since DuckDB would cast them to the first file's. */
    private List<Scan> parquet(List<EventFile> files) throws SQLException, UsageUnavailable {
        Map<EventTime, List<EventFile>> alike = new LinkedHashMap<>();
        for (EventFile file : files) {
            Map<String, String> types = parquetTypes(file);
            EventColumns.require(usage, file.name(), types.keySet());
            EventTime time = EventTime.ofType(types.getOrDefault(usage.time(), ""));
            alike.computeIfAbsent(time, any -> new ArrayList<>()).add(file);
        }
        return alike.entrySet().stream()
                .flatMap(entry -> Batches.of(entry.getValue()).stream()
                        .map(batch -> new Scan(batch, "read_parquet(" + Scan.paths(batch) + ")", entry.getKey())))
                .toList();
    }

    private Map<String, String> parquetTypes(EventFile file) throws SQLException, UsageUnavailable {
        Map<String, String> types = new LinkedHashMap<>();
        try {
            Query.list(
                    conn,
                    row -> types.put(row.getString(1), row.getString(2)),
                    "select name, duckdb_type from parquet_schema(?) where duckdb_type is not null",
                    file.path());
            return types;
        } catch (SQLException e) {
            throw refused(file.name(), e);
        }
    }

    private List<Scan> csv(List<EventFile> files) throws UsageUnavailable {
        Map<CsvLayout, List<EventFile>> alike = new LinkedHashMap<>();
        for (EventFile file : files) {
            alike.computeIfAbsent(CsvLayout.of(file, usage), any -> new ArrayList<>())
                    .add(file);
        }
        return alike.entrySet().stream()
                .flatMap(entry -> Batches.of(entry.getValue()).stream().map(entry.getKey()::scan))
                .toList();
    }

    /** JSON has no header: a column is missing where a sample of all files does not know it. */
    private List<Scan> json(List<EventFile> files) throws SQLException, UsageUnavailable {
        try {
            String from = "from read_json(" + Scan.paths(files) + ", ignore_errors = true, union_by_name = true)";
            List<String> names = Query.list(conn, row -> row.getString(1), "describe select * " + from);
            if (!names.equals(WITHOUT_OBJECTS) || Query.number(conn, "select count(*) " + from) > 0) {
                EventColumns.require(usage, files.get(0).name(), names);
            }
        } catch (SQLException e) {
            throw refused(nameIn(e, files), e);
        }
        String columns = CsvLayout.columns(EventColumns.of(usage), "varchar", EventTime.TEXT, usage);
        return Batches.of(files).stream()
                .map(batch -> new Scan(
                        batch,
                        "read_json(" + Scan.paths(batch) + ", ignore_errors = true, columns = " + columns + ")",
                        EventTime.TEXT))
                .toList();
    }

    /**
     * What the warehouse said about a file, for a person.
     *
     * @throws SQLException the same error, if it tells that the warehouse itself has no room left
     */
    static UsageUnavailable refused(String file, SQLException cause) throws SQLException {
        Shortage.passOn(cause);
        return unreadable(file, cause);
    }

    /** What was said about a file, for a person. */
    static UsageUnavailable unreadable(String file, Exception cause) {
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new UsageUnavailable(
                Problem.error(
                        "KEN-U04",
                        Location.file(file),
                        new Text(
                                "「%s」を読み取れません: %s".formatted(file, said),
                                "'%s' cannot be read: %s".formatted(file, said)),
                        new Text(
                                "ファイルが壊れていないか、書き出しが終わっているか確認し、もう一度出力してください。",
                                "Check that the file is whole and its export has ended, and export it again.")),
                cause);
    }

    /** The file that an error names; where it names none, the first. */
    static String nameIn(SQLException error, List<EventFile> files) {
        String message = String.valueOf(error.getMessage());
        return files.stream()
                .filter(file -> message.contains(file.path()))
                .findFirst()
                .orElse(files.get(0))
                .name();
    }
}
