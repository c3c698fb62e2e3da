package dev.kenshin.job;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.usage.EventsLost;
import dev.kenshin.usage.UsageResult;
import dev.kenshin.usage.UsageStage;
import dev.kenshin.usage.UsageState;
import dev.kenshin.usage.UsageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;

/** Aggregates the events of one usage source where they lie. */
final class UsageStep {
    private final Night night;
    private final UsageConfig usage;

    UsageStep(Night night, UsageConfig usage) {
        this.night = night;
        this.usage = usage;
    }

    Flow flow(Steps steps) {
        return new FlowBuilder<SimpleFlow>(name())
                .start(steps.once(name(), this::aggregate))
                .build();
    }

    private void aggregate() throws SQLException {
        UsageStage stage = new UsageStage(
                night.warehouse(),
                night.plan().configuration().base(),
                night.plan().job().zone(),
                night.secrets());
        try {
            count(stage.aggregate(usage, night.asOf()));
            UsageState.aggregated(night.inTransaction(), usage.name(), night.asOf());
        } catch (EventsLost e) {
            throw Reconciliation.lost(usage.name(), e.read(), e.kept());
        } catch (UsageUnavailable e) {
            new Outage(night, name(), usage.name(), usage.onOutage(), this::aggregatedOn).decide(e.problem());
        }
    }

    private void count(UsageResult result) {
        night.log().count(name(), "parts added", result.partsAdded());
        night.log().count(name(), "parts changed", result.partsChanged());
        night.log().count(name(), "parts removed", result.partsRemoved());
        night.log().count(name(), "events", result.events());
        night.log().count(name(), "rejected", result.rejected());
    }

    private Optional<LocalDate> aggregatedOn() {
        try (Connection connection = night.warehouse().connection()) {
            return UsageState.aggregatedOn(connection, usage.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String name() {
        return "aggregate " + usage.name();
    }
}
