package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.gate.Acceptances;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLog;
import dev.kenshin.publish.Snapshot;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The night at hand: what its steps share.
 *
 * @param run id of the run
 * @param accepted what may pass although a quality gate blocks it
 */
record Night(
        NightPlan plan,
        LocalDate asOf,
        long revision,
        String run,
        Home home,
        Clock clock,
        Secrets secrets,
        Warehouse warehouse,
        DataSource connections,
        RunLog log,
        Acceptances accepted) {

    /** A night of which nothing is accepted beforehand. */
    Night(
            NightPlan plan,
            LocalDate asOf,
            long revision,
            String run,
            Home home,
            Clock clock,
            Secrets secrets,
            Warehouse warehouse,
            DataSource connections,
            RunLog log) {
        this(plan, asOf, revision, run, home, clock, secrets, warehouse, connections, log, Acceptances.NONE);
    }

    /** The connection of the step's transaction, which the step must not close. */
    Connection inTransaction() {
        return DataSourceUtils.getConnection(connections);
    }

    /** The same for another date or another state of the warehouse. */
    Night at(LocalDate date, Warehouse state, DataSource connectionsToIt) {
        return new Night(plan, date, revision, run, home, clock, secrets, state, connectionsToIt, log, accepted);
    }

    /** The same for a revision of another date. */
    Night revised(NightKey key) {
        return new Night(
                plan, key.asOf(), key.revision(), run, home, clock, secrets, warehouse, connections, log, accepted);
    }

    Snapshot snapshot() {
        return new Snapshot(asOf, Math.toIntExact(revision));
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
