package dev.kenshin.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The open warehouse. Connections are cheap and independent: each has its own transaction. Closing the warehouse writes
 * everything into its file.
 *
 * <p>DuckDB may read only the directories it was opened with, and nothing that is configured later can widen that.
 */
public final class Warehouse implements AutoCloseable {
    private final DuckDBConnection root;
    private final Optional<KnownSchema> past;

    private Warehouse(DuckDBConnection root) {
        this(root, Optional.empty());
    }

    private Warehouse(DuckDBConnection root, Optional<KnownSchema> past) {
        this.root = root;
        this.past = past;
    }

    /**
     * Opens the warehouse, and creates it where it does not exist.
     *
     * @param file the database file
     * @param readable the directories with event files that queries may read
     * @throws WarehouseException if another process has it open, or it cannot be read
     */
    public static Warehouse open(Path file, List<Path> readable) {
        try {
            Warehouse warehouse = new Warehouse(connect("jdbc:duckdb:" + file, new Properties()));
            warehouse.lockDown(file, readable);
            Schema.create(warehouse);
            return warehouse;
        } catch (SQLException e) {
            throw WarehouseException.cannotOpen(file, e);
        }
    }

    /** Opens an existing warehouse for reading only. */
    public static Warehouse readOnly(Path file) {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        try {
            return new Warehouse(connect("jdbc:duckdb:" + file, properties));
        } catch (SQLException e) {
            throw WarehouseException.cannotOpen(file, e);
        }
    }

    /** A warehouse that lives in memory, for tests and for looking at configuration. */
    public static Warehouse inMemory(List<Path> readable) {
        try {
            Warehouse warehouse = new Warehouse(connect("jdbc:duckdb:", new Properties()));
            warehouse.lockDown(spill(), readable);
            Schema.create(warehouse);
            return warehouse;
        } catch (SQLException e) {
            throw new WarehouseException("cannot open a warehouse in memory", e);
        }
    }

    /**
     * A warehouse in memory beside an existing one, which is only read: {@code kept} is its database.
     *
     * @throws WarehouseException if another process has it open, or it cannot be read
     */
    public static Warehouse beside(Path kept) {
        try {
            Warehouse warehouse = new Warehouse(connect("jdbc:duckdb:", new Properties()));
            warehouse.execute("attach " + Quoted.text(kept.toString()) + " as kept (read_only)");
            warehouse.lockDown(spill(), List.of());
            Schema.create(warehouse);
            return warehouse;
        } catch (SQLException e) {
            throw WarehouseException.cannotOpen(kept, e);
        }
    }

    /** What does not fit into memory goes where no other process has its own, nor laid out a link by guessing the name. */
    private static Path spill() {
        return Path.of(System.getProperty("java.io.tmpdir"), "kenshin-" + UUID.randomUUID());
    }

    /** A new connection of its own; the caller closes it. */
    public Connection connection() throws SQLException {
        Connection connection = root.duplicate();
        if (past.isPresent()) {
            past.get().show(connection);
        }
        return connection;
    }

    /**
     * This warehouse with what had landed by an earlier time: its {@code landing} shows the records of then, and its model
     * and links of usage are others, to be built from them. Everything else is shared. It is gone when this warehouse is
     * closed, and must not be closed itself; this one's landing and model stay as they are.
     *
     * <p>Asked again for a later time, it moves there, and keeps the model that was built.
     *
     * @param time UTC
     */
    public Warehouse knownAt(LocalDateTime time) throws SQLException {
        KnownSchema known = new KnownSchema(root);
        known.moveTo(time);
        return new Warehouse(root, Optional.of(known));
    }

    /** Another connection to the warehouse of this one, on which each statement is kept at once; the caller closes it. */
    public static Connection beside(Connection conn) throws SQLException {
        Connection own = conn.unwrap(DuckDBConnection.class).duplicate();
        own.setAutoCommit(true); // the copy inherits the original's mode
        return own;
    }

    /** For Spring's transaction manager. */
    public DataSource dataSource() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connection();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return connection();
            }
        };
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new WarehouseException("cannot close the warehouse", e);
        }
    }

    private static DuckDBConnection connect(String url, Properties properties) throws SQLException {
        return (DuckDBConnection) new org.duckdb.DuckDBDriver().connect(url, properties);
    }

    private void lockDown(Path file, List<Path> readable) throws SQLException {
        String directories = Quoted.texts(readable.stream()
                .map(directory -> directory.toAbsolutePath().normalize().toString())
                .toList());
        execute(
                "set memory_limit = '1GB'",
                // A night writes more than the standard 16 MB, and each checkpoint compresses anew what the last began.
                "set checkpoint_threshold = '256MB'",
                "set temp_directory = " + Quoted.text(file + ".tmp"),
                "set autoinstall_known_extensions = false",
                "set autoload_known_extensions = false",
                "set allowed_directories = " + directories,
                "set enable_external_access = false",
                "set lock_configuration = true");
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
