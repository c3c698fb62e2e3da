package dev.kenshin.usage;

import dev.kenshin.config.JdbcUrl;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Aggregates the events of a usage source, and replaces what changed in one transaction of its own. Run again, it finds
 * nothing new.
 */
public final class UsageStage {
    private final Warehouse warehouse;
    private final Path base;
    private final ZoneId zone;
    private final Secrets secrets;
    private final Suppression suppression;

    /**
     * A stage for one job.
     *
     * @param warehouse opened so that it may read the directories of the event files
     * @param base the directory that relative paths start from
     * @param zone of the business day: an event belongs to the day that it fell on there. Times without an offset are
     *     taken to be in this zone already
     * @param secrets puts values in the place of <code>${VARIABLE}</code> when a database is connected to
     */
    public UsageStage(Warehouse warehouse, Path base, ZoneId zone, Secrets secrets) {
        this(warehouse, base, zone, secrets, Forgotten.NOBODY);
    }

    /** @param forgotten whose events are left out */
    public UsageStage(Warehouse warehouse, Path base, ZoneId zone, Secrets secrets, Forgotten forgotten) {
        this.warehouse = warehouse;
        this.base = base;
        this.zone = zone;
        this.secrets = secrets;
        this.suppression = new Suppression(forgotten);
    }

    /** How many events were left out so far. */
    public long suppressed() {
        return suppression.events();
    }

    /** Reports what of a usage source asks for more than reading events, without connecting to anybody. */
    public static void check(UsageConfig usage, Path base, Secrets secrets, Problems problems) {
        UsageFiles.check(usage, base, problems);
        Problems missing = new Problems();
        secrets.check(usage.options(), missing);
        missing.all().forEach(problems::add);
        if (!missing.hasErrors()) {
            usage.options()
                    .get("url")
                    .flatMap(url -> new JdbcUrl(secrets.resolve(url)).problem(url.at()))
                    .ifPresent(problems::add);
        }
    }

    /**
     * Aggregates what is new or changed since the last time. The rows are in the model once their keys are linked.
     *
     * <p>Several sources may be aggregated at the same time, so that this writes nothing but rows of its own source.
     *
     * @param asOf a database is not asked for later days; files are aggregated as a whole
     * @throws UsageUnavailable if there are no files, or one of them or the database cannot be read
     * @throws SQLException if the warehouse fails, for want of disk or memory, say; {@link
     *     dev.kenshin.warehouse.WarehouseException} where rows of a database cannot be kept. Neither is an outage
     * @throws EventsLost if it can be told how many events there were, and there are others
     */
    public UsageResult aggregate(UsageConfig usage, LocalDate asOf) throws SQLException, UsageUnavailable {
        try (Connection conn = warehouse.connection()) {
            conn.setAutoCommit(false);
            Parts parts = new Parts(conn, usage.name());
            UsageResult result = usage.type().equals("jdbc")
                    ? new DatabaseUsage(conn, parts, usage, zone, secrets, suppression).aggregate(asOf)
                    : new FileUsage(conn, parts, usage, zone, suppression).aggregate(base, asOf);
            conn.commit();
            return result;
        }
    }
}
