package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.warehouse.ModelColumns;
import dev.kenshin.warehouse.ModelWriter;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.step.Step;

/** Makes the model tables fit the job: custom variables get their columns, rows of mappings that it does not have go. */
final class ModelStep {
    private final Night night;

    ModelStep(Night night) {
        this.night = night;
    }

    Step step(Steps steps) {
        return steps.once("model", this::fit);
    }

    void fit() throws SQLException {
        Connection connection = night.inTransaction();
        for (ModelTable table : night.plan().tables().values()) {
            if (!table.name().equals(Model.USAGE_DAILY.name()) && ModelColumns.ensure(connection, table)) {
                mapAgain(connection, table);
            }
        }
        removeForgotten(connection);
        removeForgottenOrigins(connection);
    }

    private void mapAgain(Connection connection, ModelTable table) throws SQLException {
        for (MappingConfig mapping : night.plan().configuration().mappings().values()) {
            if (mapping.to().name().equals(table.name())) {
                Query.update(connection, "delete from landing.mapped where mapping = ?", mapping.name());
            }
        }
    }

    /** Another job may have mapped the same accounts from other sources: each night stands on its own job's rows. */
    private void removeForgotten(Connection connection) throws SQLException {
        Set<String> ofThisJob = night.plan().mappings().stream()
                .map(mapping -> mapping.config().name())
                .collect(Collectors.toSet());
        List<String> known =
                Query.list(connection, row -> row.getString(1), "select mapping from landing.mapped order by mapping");
        for (String mapping : known) {
            if (!ofThisJob.contains(mapping)) {
                clear(connection, night.plan(), mapping);
                Query.update(connection, "delete from landing.mapped where mapping = ?", mapping);
            }
        }
    }

    /** Removes what a mapping made, in whichever table: it may have written to another one before. */
    static void clear(Connection connection, NightPlan plan, String mapping) throws SQLException {
        Set<String> written = written(connection, plan, mapping);
        for (ModelTable table : plan.tables().values()) {
            if (written.contains(table.name())) {
                new ModelWriter(table, mapping).clear(connection);
            }
        }
        Quarantine.clear(connection, mapping);
    }

    /** The tables that hold rows of the mapping; one question, since most often the answer is: none. */
    private static Set<String> written(Connection connection, NightPlan plan, String mapping) throws SQLException {
        String question = plan.tables().values().stream()
                .map(ModelTable::name)
                .filter(table -> !table.equals(Model.USAGE_DAILY.name()))
                .map(table -> "select " + Quoted.text(table) + " where exists (from model." + Quoted.name(table)
                        + " where mapping = " + Quoted.text(mapping) + ")")
                .collect(Collectors.joining(" union all "));
        return Set.copyOf(Query.list(connection, row -> row.getString(1), question));
    }

    /** What was set aside of a stream or usage source goes with it. */
    private void removeForgottenOrigins(Connection connection) throws SQLException {
        Configuration configuration = night.plan().configuration();
        Stream<String> streams = configuration.sources().values().stream()
                .flatMap(source -> source.streams().values().stream())
                .map(StreamConfig::qualifiedName);
        Query.update(
                connection,
                "delete from landing.quarantine where origin not in (select unnest(?::varchar[]))",
                connection.createArrayOf(
                        "varchar",
                        Stream.concat(streams, configuration.usage().keySet().stream())
                                .toArray()));
    }
}
