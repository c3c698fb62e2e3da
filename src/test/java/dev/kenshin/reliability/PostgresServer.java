package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real PostgreSQL, which can be killed and started again over the same data at the same address. */
final class PostgresServer implements World {
    /** The variable by which the configuration finds it. */
    static final String VARIABLE = "KENSHIN_POSTGRES";

    private final Path data;
    private final int port;
    private final boolean mart;
    private EmbeddedPostgres server;

    private PostgresServer(Path data, boolean mart) throws IOException {
        this.data = data;
        this.port = freePort();
        this.mart = mart;
        this.server = start();
    }

    /** Begins a directory of data, from which others are copied since that takes less time. */
    static void create(Path template) throws IOException {
        EmbeddedPostgres.builder()
                .setDataDirectory(template)
                .setCleanDataDirectory(false)
                .setLocaleConfig("wal-segsize", "1")
                .start()
                .close();
    }

    /**
     * Servers of rounds.
     *
     * @param mart whether readers look there
     */
    static World.Maker from(Path template, boolean mart) {
        return (before, directory) -> {
            TestCompany.copy(Files.exists(before) ? before : template, directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return new PostgresServer(directory, mart);
        };
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(VARIABLE, url());
    }

    @Override
    public Map<String, String> published() throws SQLException {
        return mart ? martRows().map(hash -> Map.of("mart", hash)).orElse(Map.of()) : Map.of();
    }

    boolean holdsMart() {
        return mart;
    }

    /** The hash of all rows of the mart at one moment, empty if there are none. */
    Optional<String> martRows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return MartContent.hash(connection);
        }
    }

    /** SIGKILL for the server and all its processes; none of them runs any more when this returns. */
    void kill() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            ProcessHandle postmaster =
                    ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
            List<ProcessHandle> processes = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            processes.forEach(ProcessHandle::destroyForcibly);
            processes.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new IllegalStateException("no server to kill", e);
        }
    }

    /** Starts the server that was killed. */
    void restart() throws IOException {
        server.close();
        server = start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** A server for tests would by default acknowledge commits before they are kept. */
    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
