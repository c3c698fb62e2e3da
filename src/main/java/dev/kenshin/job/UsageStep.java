package dev.kenshin.job;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.privacy.Protection;
import dev.kenshin.usage.EventsLost;
import dev.kenshin.usage.Forgotten;
import dev.kenshin.usage.UsageResult;
import dev.kenshin.usage.UsageStage;
import dev.kenshin.usage.UsageState;
import dev.kenshin.usage.UsageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;

/** Aggregates the events of one usage source where they lie. */
final class UsageStep {
    static final String AGGREGATE = "aggregate ";

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

    /** The step in which a usage source is judged. */
    static String judging(UsageConfig usage) {
        return AGGREGATE + usage.name();
    }

    private void aggregate() throws SQLException {
        UsageStage stage = new UsageStage(
                night.warehouse(),
                night.plan().configuration().base(),
                night.plan().job().zone(),
                night.secrets(),
                forgotten());
        try {
            count(stage.aggregate(usage, night.asOf()));
            if (stage.suppressed() > 0) {
                night.log().count(name(), ExtractReader.SUPPRESSED, stage.suppressed());
            }
            UsageState.aggregated(night.inTransaction(), usage.name(), night.asOf());
            new GateKeeper(night, name()).decide(new UsageGate(night, usage).judge());
        } catch (EventsLost e) {
            throw Reconciliation.lost(usage.name(), e.read(), e.kept());
        } catch (UsageUnavailable e) {
            new GateKeeper(night, name()).goOn(List.of());
            new Outage(night, name(), usage.name(), usage.onOutage(), this::aggregatedOn).decide(e.problem());
        }
    }

    private Forgotten forgotten() {
        Protection protection = Protections.of(night);
        if (!protection.hasForgotten()) {
            return Forgotten.NOBODY;
        }
        return new Forgotten() {
            @Override
            public boolean user(String id) {
                return protection.isForgottenUser(id);
            }

            @Override
            public boolean account(String key) {
                return protection.isForgottenAccount(usage, key);
            }
        };
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
        return judging(usage);
    }
}
