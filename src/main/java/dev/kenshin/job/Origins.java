package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.ComponentOrigin;
import dev.kenshin.job.Explanation.Origin;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.metric.MetricPlan;
import dev.kenshin.metric.MetricRows;
import dev.kenshin.model.Model;
import dev.kenshin.problem.Problems;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows every number of a score back to the records and events that it comes from. */
final class Origins {
    private final Configuration configuration;
    private final ScoreWords words;
    private final OriginReader reader;

    Origins(Connection connection, Configuration configuration, ScoreWords words) {
        this.configuration = configuration;
        this.words = words;
        this.reader = new OriginReader(connection);
    }

    /** Empty where the configuration of today does not say how the score was measured. */
    List<ComponentOrigin> of(String account, LocalDate asOf, Score score) throws SQLException {
        Optional<JobConfig> job = job(score.scorecard());
        Problems problems = new Problems();
        Optional<MetricPlan> metrics = job.map(each -> NightCompiler.metrics(configuration, each, problems));
        if (metrics.isEmpty() || problems.hasErrors()) {
            return List.of();
        }
        List<ComponentOrigin> origins = new ArrayList<>();
        for (Component component : score.components()) {
            Map<String, MetricRows> tables = new LinkedHashMap<>();
            words.metricsOf(score.scorecard(), component.metric())
                    .flatMap(metric -> metrics.get().rowsOf(metric, asOf).stream())
                    .forEach(rows -> tables.putIfAbsent(rows.table(), rows));
            List<Origin> found = new ArrayList<>();
            for (MetricRows rows : tables.values()) {
                found.addAll(of(account, asOf, rows, job.get()));
            }
            origins.add(new ComponentOrigin(component.metric(), component.label(), found));
        }
        return origins;
    }

    private Optional<JobConfig> job(String card) {
        return configuration.jobs().values().stream()
                .filter(job ->
                        job.scorecards().stream().anyMatch(each -> each.name().equals(card)))
                .findFirst();
    }

    private List<Origin> of(String account, LocalDate asOf, MetricRows rows, JobConfig job) throws SQLException {
        List<Origin> origins = new ArrayList<>();
        if (rows.table().equals(Model.USAGE_DAILY.name())) {
            for (Reference usage : job.usage()) {
                origins.add(reader.usage(account, asOf, rows, usage.name()));
            }
            return origins;
        }
        for (MappingConfig mapping : mappings(rows.table(), job).toList()) {
            origins.add(reader.records(account, rows, mapping));
        }
        return origins;
    }

    private Stream<MappingConfig> mappings(String table, JobConfig job) {
        return configuration.mappings().values().stream()
                .filter(mapping -> mapping.to().name().equals(table))
                .filter(mapping -> job.sources().stream()
                        .anyMatch(source -> mapping.from().name().startsWith(source.name() + ".")));
    }
}
