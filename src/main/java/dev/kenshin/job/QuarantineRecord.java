package dev.kenshin.job;

import dev.kenshin.quarantine.NightCount;
import dev.kenshin.quarantine.QuarantineHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Records what came into quarantine and what left it, and tells the run's report. */
final class QuarantineRecord {
    private final Night night;

    QuarantineRecord(Night night) {
        this.night = night;
    }

    /** @param step that records */
    void write(String step, Connection connection) throws SQLException {
        Optional<NightCount> count = QuarantineHistory.record(connection, night.asOf(), ofOtherJobs());
        // Of the first night everything is new, which tells nobody anything.
        if (count.isPresent() && QuarantineHistory.knowsEarlier(connection, night.asOf())) {
            night.log().count(step, NightCount.BEFORE, count.get().before());
            night.log().count(step, NightCount.ADDED, count.get().added());
            night.log().count(step, NightCount.RESOLVED, count.get().resolved());
        }
    }

    private Set<String> ofOtherJobs() {
        Set<String> others =
                new TreeSet<>(night.plan().configuration().mappings().keySet());
        night.plan()
                .mappings()
                .forEach(mapping -> others.remove(mapping.config().name()));
        return others;
    }
}
