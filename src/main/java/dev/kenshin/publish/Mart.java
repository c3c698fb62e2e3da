package dev.kenshin.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The published tables in a database. All tables of a snapshot are replaced in one transaction, so a reader sees the old
 * snapshot or the new one. Table {@code snapshot} says which dates and revisions are there.
 *
 * <p>Tables and columns that are missing are created before; what is there is never dropped.
 */
public final class Mart {
    private static final Table<?> SNAPSHOT = DSL.table(DSL.name("snapshot"));
    private static final Field<LocalDate> AS_OF = DSL.field(DSL.name("as_of"), SQLDataType.LOCALDATE);
    private static final Field<Integer> REVISION = DSL.field(DSL.name("revision"), SQLDataType.INTEGER);

    /** What is written names customers, and has no place in a log. */
    private static final Settings SILENT = new Settings().withExecuteLogging(false);

    private final MartDatabase database;

    public Mart(MartDatabase database) {
        this.database = database;
    }

    /**
     * Replaces what the mart says about the snapshot's date.
     *
     * @throws SQLException if the mart cannot be reached or written; it then holds what it held before
     */
    public void publish(Connection warehouse, Snapshot snapshot, List<PublishedTable> tables)
            throws IOException, SQLException {
        try (Connection connection = database.open()) {
            DSLContext mart = DSL.using(connection, database.dialect(), SILENT);
            List<MartTable> targets =
                    tables.stream().map(table -> new MartTable(mart, table)).toList();
            prepare(mart, targets);
            connection.setAutoCommit(false);
            replace(warehouse, snapshot, mart, targets);
            connection.commit();
        } catch (DataAccessException e) {
            throw new SQLException("the mart could not be written: " + e.getMessage(), e);
        }
    }

    /** Before the transaction, since H2 commits when a table is created. */
    private static void prepare(DSLContext mart, List<MartTable> targets) {
        mart.createTableIfNotExists(SNAPSHOT)
                .column(AS_OF, AS_OF.getDataType().notNull())
                .column(REVISION, REVISION.getDataType().notNull())
                .constraints(DSL.primaryKey(AS_OF))
                .execute();
        targets.forEach(MartTable::prepare);
    }

    /** A connection that is closed without a commit rolls back. */
    private static void replace(Connection warehouse, Snapshot snapshot, DSLContext mart, List<MartTable> targets)
            throws IOException, SQLException {
        for (MartTable target : targets) {
            target.replace(warehouse, snapshot.asOf());
        }
        mart.deleteFrom(SNAPSHOT).where(AS_OF.eq(snapshot.asOf())).execute();
        mart.insertInto(SNAPSHOT, AS_OF, REVISION)
                .values(snapshot.asOf(), snapshot.revision())
                .execute();
    }
}
