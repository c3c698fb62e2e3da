package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the files against one another. Columns and SQL are not looked at here: the stages that know them do that.
 * Where a file could not be read, nothing is said about what it may hold.
 */
record ConfigurationCheck(Configuration configuration, List<ConfigTree> trees, Problems problems) {

    void check(Set<String> tables) {
        ReferenceCheck references = new ReferenceCheck(problems);
        new JobCheck(configuration, references, problems).check();
        new WatchCheck(configuration, problems).check();
        checkLinks(tables, references);
        MetricCheck metrics = new MetricCheck(
                configuration.metrics(), unreadable(Kind.METRICS).isEmpty(), tables, references, problems);
        metrics.check(configuration.segments());
        SegmentNames segments = new SegmentNames(
                configuration.segments().stream().map(SegmentConfig::name).toList(),
                unreadable(Kind.SEGMENTS).isEmpty(),
                references);
        checkScorecards(new ScorecardCheck(metrics, segments, problems));
    }

    private void checkLinks(Set<String> tables, ReferenceCheck references) {
        LinkCheck links =
                new LinkCheck(configuration.directory(), streams(), unreadable(Kind.SOURCE), references, problems);
        MappingCheck mappings = new MappingCheck(tables, links, references, problems);
        configuration.mappings().values().forEach(mappings::check);
        new ColumnRuleCheck(streams(), problems).check(configuration);
        configuration.usage().values().forEach(usage -> usage.account()
                .forEach(link -> links.check(usage.name(), link)));
    }

    private void checkScorecards(ScorecardCheck check) {
        of(Kind.SCORECARD).forEach(check::check);
    }

    private Map<String, StreamConfig> streams() {
        return configuration.sources().values().stream()
                .flatMap(source -> source.streams().values().stream())
                .collect(Collectors.toMap(StreamConfig::qualifiedName, Function.identity()));
    }

    private Set<String> unreadable(Kind kind) {
        return of(kind).filter(tree -> !tree.readable())
                .map(tree -> tree.file().name())
                .collect(Collectors.toSet());
    }

    private Stream<ConfigTree> of(Kind kind) {
        return trees.stream().filter(tree -> tree.file().kind() == kind);
    }
}
