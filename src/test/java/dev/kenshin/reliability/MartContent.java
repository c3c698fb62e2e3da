package dev.kenshin.reliability;

import dev.kenshin.ops.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All rows of a mart. Tables without rows do not count: they are created before the first night is published. Nor does the
 * revision: a night that is forced again after a kill is the next one.
 */
final class MartContent {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' order by 1";

    private MartContent() {}

    /** The hash of the rows of the home's mart, read from a copy; empty if there are none. */
    static Optional<String> of(Home home, Path scratch) throws IOException, SQLException {
        Path file = home.directory().resolve("mart.mv.db");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Path directory = Files.createTempDirectory(scratch, "mart");
        Files.copy(file, directory.resolve("mart.mv.db"));
        try (Connection copy = DriverManager.getConnection(
                "jdbc:h2:file:" + directory.resolve("mart").toAbsolutePath() + ";DATABASE_TO_LOWER=TRUE")) {
            return hash(copy);
        }
    }

    /** The hash of the rows of a database. */
    static Optional<String> hash(Connection mart) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String table : rows(mart, TABLES)) {
            rows(mart, "select * from " + table).stream()
                    .sorted()
                    .map(row -> table + ": " + row)
                    .forEach(lines::add);
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(Content.hash(lines));
    }

    private static List<String> rows(Connection mart, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = mart.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private static String row(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (!row.getMetaData().getColumnName(i).equals("revision")) {
                cells.add(row.getString(i));
            }
        }
        return String.join("|", cells);
    }
}
