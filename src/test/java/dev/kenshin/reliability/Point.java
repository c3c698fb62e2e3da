package dev.kenshin.reliability;

import java.util.List;

/**
 * A method that every change passes through which others can see.
 *
 * @param name in words
 * @param method of the class {@code type}; the first that it declares with this name
 */
record Point(String name, String type, String method) {
    /** Only where PostgreSQL holds the mart, and nothing else. */
    static final Point COMMIT_IN_POSTGRES =
            new Point("commit of the mart in PostgreSQL", "org.postgresql.jdbc.PgConnection", "commit");

    static final Point PUBLICATION_OF_THE_MART =
            new Point("publication of the mart", "dev.kenshin.publish.Mart", "publish");

    static final List<Point> ALL = List.of(
            new Point("commit in the warehouse", "org.duckdb.DuckDBConnection", "commit"),
            new Point("commit in the job repository or the mart", "org.h2.jdbc.JdbcConnection", "commit"),
            new Point("rename", "java.nio.file.Files", "move"),
            new Point("new link", "java.nio.file.Files", "createSymbolicLink"),
            new Point("removal of an old file", "java.nio.file.Files", "delete"),
            PUBLICATION_OF_THE_MART,
            new Point("publication of the files", "dev.kenshin.publish.ExportDirectory", "switchTo"),
            new Point("closing of the warehouse", "dev.kenshin.warehouse.Warehouse", "close"),
            new Point("closing of the job repository or the mart", "org.h2.engine.Database", "close"));

    @Override
    public String toString() {
        return name;
    }
}
