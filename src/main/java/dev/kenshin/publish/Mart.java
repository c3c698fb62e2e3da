package dev.kenshin.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The published tables in a database. All tables of a snapshot are replaced in one transaction, so a reader sees the old
 * snapshot or the new one. Table {@code snapshot} says which dates and revisions are there.
 *
 * <p>Tables and columns that are missing are created before; what is there is never dropped.
 */
final class Mart {
    private static final Table<?> SNAPSHOT = DSL.table(DSL.name("snapshot"));
    private static final Field<LocalDate> AS_OF = DSL.field(DSL.name("as_of"), SQLDataType.LOCALDATE);
    private static final Field<Integer> REVISION = DSL.field(DSL.name("revision"), SQLDataType.INTEGER);

    private final MartDatabase database;

    Mart(MartDatabase database) {
        this.database = database;
    }

    /**
     * Replaces what the mart says about the snapshot's date.
     *
     * @throws SQLException if the mart cannot be reached or written; it then holds what it held before
     */
    void publish(Connection warehouse, Snapshot snapshot, List<PublishedTable> tables)
            throws IOException, SQLException {
        try (Connection connection = database.open()) {
            MartSession mart = new MartSession(connection, database.dialect());
            List<MartTable> targets =
                    tables.stream().map(table -> new MartTable(mart, table)).toList();
            prepare(mart, targets);
            connection.setAutoCommit(false);
            replace(warehouse, snapshot, mart, targets);
            connection.commit();
        }
    }

    /** Before the transaction, since H2 commits when a table is created. */
    private static void prepare(MartSession mart, List<MartTable> targets) throws SQLException {
        mart.execute(DSL.createTableIfNotExists(SNAPSHOT)
                .column(AS_OF, AS_OF.getDataType().notNull())
                .column(REVISION, REVISION.getDataType().notNull())
                .constraints(DSL.primaryKey(AS_OF)));
        for (MartTable target : targets) {
            target.prepare();
        }
    }

    /** A connection that is closed without a commit has done nothing. */
    private static void replace(Connection warehouse, Snapshot snapshot, MartSession mart, List<MartTable> targets)
            throws IOException, SQLException {
        for (MartTable target : targets) {
            target.replace(warehouse, snapshot.asOf());
        }
        mart.execute(DSL.deleteFrom(SNAPSHOT).where(AS_OF.eq(snapshot.asOf())));
        mart.execute(DSL.insertInto(SNAPSHOT, AS_OF, REVISION).values(snapshot.asOf(), snapshot.revision()));
    }
}
