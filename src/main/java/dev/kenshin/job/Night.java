package dev.kenshin.job;

import dev.kenshin.config.Secrets;
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
        RunLog log) {

    /** The connection of the step's transaction, which the step must not close. */
    Connection inTransaction() {
        return DataSourceUtils.getConnection(connections);
    }

    /** The same for another date or another state of the warehouse. */
    Night at(LocalDate date, Warehouse state, DataSource connectionsToIt) {
        return new Night(plan, date, revision, run, home, clock, secrets, state, connectionsToIt, log);
    }

    /** The same for a revision of another date. */
    Night revised(NightKey key) {
        return new Night(plan, key.asOf(), key.revision(), run, home, clock, secrets, warehouse, connections, log);
    }

    Snapshot snapshot() {
        return new Snapshot(asOf, Math.toIntExact(revision));
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
