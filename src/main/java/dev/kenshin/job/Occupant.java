package dev.kenshin.job;

import dev.kenshin.job.Beginning.Continued;
import dev.kenshin.job.Beginning.Overtaken;
import dev.kenshin.ops.Home;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.batch.core.repository.JobRepository;

/**
 * The night that the warehouse was worked on for last. What landed, the model and what was measured are those of one run at
 * a time, so that an unfinished night whose place another run has taken must not go on with them.
 */
final class Occupant {
    private Occupant() {}

    /** Keeps that the warehouse is worked on for this night from now on. */
    static void enter(Warehouse warehouse, NightKey night) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            connection.setAutoCommit(false);
            Query.update(connection, "delete from ops.occupant");
            Query.update(
                    connection,
                    "insert into ops.occupant (job, night, revision) values (?, ?, ?)",
                    night.job(),
                    night.asOf(),
                    night.revision());
            connection.commit();
        }
    }

    /** Keeps that it is worked on from now on, and for no night. */
    static void leave(Warehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            Query.update(connection, "delete from ops.occupant");
        }
    }

    /**
     * How a run begins, given that other runs may have worked on the warehouse since.
     *
     * @throws NightFailure if the warehouse cannot be opened
     */
    static Beginning check(Beginning found, JobRepository repository, Home home) {
        return found instanceof Continued unfinished
                        && standsOnTables(unfinished.done(repository))
                        && !isIn(home, unfinished.night())
                ? new Overtaken(unfinished.night().next())
                : found;
    }

    /** Once a night is reconciled, only publishing is left, which looks at the snapshot of its date. */
    private static boolean standsOnTables(List<String> done) {
        return !done.isEmpty() && !done.contains(ReconcileStep.NAME);
    }

    private static boolean isIn(Home home, NightKey night) {
        try (Warehouse warehouse = Warehouse.open(home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            return Query.number(
                            connection,
                            "select count(*) from ops.occupant where job = ? and night = ? and revision = ?",
                            night.job(),
                            night.asOf(),
                            night.revision())
                    > 0;
        } catch (WarehouseException e) {
            throw Failures.cannotOpen(home, e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
