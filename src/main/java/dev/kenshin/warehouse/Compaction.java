package dev.kenshin.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Writes the warehouse's file anew, since DuckDB gives no room back: what was deleted stays in the file, readable to who
 * looks at its bytes, until something else is written over it.
 *
 * <p>All tables, views and sequences are copied into {@code warehouse.duckdb.compact}, the copy is compared with the original
 * (rows, and a sum of their hashes, table by table), forced to the disk, and renamed over the original in one step. Killed at
 * any moment, the file is the old one or the new, each whole; an unfinished copy is removed by the next compaction or run.
 * It takes as much free disk as the new file is large; where there is too little, the old file stays as it is.
 */
public final class Compaction {
    private static final String COPIED = "select schema_name, table_name from duckdb_tables()"
            + " where database_name = 'old' and not internal order by 1, 2";

    private Compaction() {}

    /** The unfinished copy beside a warehouse; there only while a compaction goes on, or where one was killed. */
    public static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".compact");
    }

    /**
     * Replaces the file by one that holds the same and nothing else: no deleted rows, no log beside it. Only to be called
     * while the run lock is held and nobody has the warehouse open.
     *
     * @throws WarehouseException if the warehouse is open elsewhere, cannot be read or copied, or the copy differs; the file
     *     is then as it was
     */
    public static void compact(Path file) throws IOException {
        Path copy = unfinished(file);
        discard(copy);
        try {
            copy(file, copy);
            keepPermissions(file, copy);
            force(copy, StandardOpenOption.WRITE);
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ);
        } catch (SQLException e) {
            throw new WarehouseException("cannot write the warehouse " + file + " anew: " + e.getMessage(), e);
        } finally {
            discard(copy);
        }
    }

    /** Removes what a compaction that was killed left beside the warehouse; only to be done while the run lock is held. */
    public static void discardUnfinished(Path file) throws IOException {
        discard(unfinished(file));
    }

    /** How many bytes of the warehouse's file hold nothing, as far as DuckDB knows: deleted rows may lie between others. */
    public static long free(Connection warehouse) throws SQLException {
        return Query.number(
                warehouse,
                "select sum(block_size * free_blocks)::bigint from pragma_database_size()"
                        + " where database_name = current_database()");
    }

    /** The log of the original is written into it first: beside the new file it would be taken for that one's own. */
    private static void copy(Path file, Path copy) throws SQLException, IOException {
        try (Connection conn = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = conn.createStatement()) {
            statement.execute("set memory_limit = '1GB'");
            statement.execute("set temp_directory = " + Quoted.text(file + ".tmp"));
            statement.execute("attach " + Quoted.text(file.toString()) + " as old");
            statement.execute("checkpoint old");
            statement.execute("attach " + Quoted.text(copy.toString()) + " as fresh");
            statement.execute("copy from database old to fresh");
            statement.execute("checkpoint fresh");
            compare(conn);
            statement.execute("detach fresh");
            statement.execute("detach old");
        }
        for (Path log : List.of(log(file), log(copy))) {
            if (Files.exists(log)) {
                throw new IOException("there still is " + log);
            }
        }
    }

    private static void compare(Connection conn) throws SQLException {
        for (String table :
                Query.list(conn, row -> Quoted.name(row.getString(1)) + "." + Quoted.name(row.getString(2)), COPIED)) {
            String old = content(conn, "old." + table);
            String fresh = content(conn, "fresh." + table);
            if (!fresh.equals(old)) {
                throw new SQLException("the copy of " + table + " has " + fresh + " instead of " + old);
            }
        }
    }

    private static String content(Connection conn, String table) throws SQLException {
        String sql = "select count(*) || ' rows, hash ' || coalesce(sum(hash(t)::hugeint), 0) from " + table + " as t";
        return Query.first(conn, row -> row.getString(1), sql).orElse("");
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        if (Files.isDirectory(path) && System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    private static void discard(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(log(copy));
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }
}
