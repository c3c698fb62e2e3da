package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.ops.Home;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** All that runs left in a home, as text by its place; of databases what they hold, and also their files. */
final class Remains {
    private Remains() {}

    /** @param password of the mart */
    static Map<String, String> of(Home home, String password) throws IOException, SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(home.directory())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = home.directory().relativize(file).toString();
                texts.put(name, new String(Files.readAllBytes(file), ISO_8859_1));
                if (name.endsWith(".xlsx")) {
                    texts.put(name + " unzipped", unzipped(file));
                }
            }
        }
        texts.put("rows of the warehouse", rows(home));
        texts.put("rows of the job repository", script(home.jobRepository().toString(), ""));
        texts.put("rows of the mart", script(home.mart() + ";DATABASE_TO_LOWER=TRUE", password));
        return texts;
    }

    private static String rows(Home home) throws SQLException {
        try (Warehouse warehouse = Warehouse.readOnly(home.warehouse());
                Connection connection = warehouse.connection()) {
            List<String> rows = new ArrayList<>();
            for (String table : Query.list(
                    connection,
                    row -> row.getString(1),
                    "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE'")) {
                rows.addAll(Query.list(
                        connection, row -> String.valueOf(row.getString(1)), "select t::varchar from " + table + " t"));
            }
            return String.join("\n", rows);
        }
    }

    private static String script(String database, String password) throws SQLException {
        StringBuilder script = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + database + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", "sa", password);
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script nosettings")) {
            while (lines.next()) {
                script.append(lines.getString(1)).append('\n');
            }
        }
        return script.toString();
    }

    private static String unzipped(Path workbook) throws IOException {
        StringBuilder parts = new StringBuilder();
        try (InputStream in = Files.newInputStream(workbook);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        return parts.toString();
    }
}
