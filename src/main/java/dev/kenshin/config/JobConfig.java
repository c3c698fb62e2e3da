package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one nightly job reads, scores and publishes: {@code jobs/<name>.yaml}.
 *
 * @param scorecards in order of priority: the first that applies scores the account
 * @param furtherScorecards each of which scores the account as well, where it applies
 * @param shadowScorecards the same, but kept only and not shown
 * @param publish {@code tables}, {@code workbook}, {@code mart}, each with options
 * @param zone the time zone of the business day
 * @param repository url, user and password of the database that remembers which steps are done; H2 in the home without
 * @param gates what is accepted of the night's rows and scores
 * @param keep how much history {@code kenshin prune} leaves
 */
public record JobConfig(
        String name,
        List<Reference> sources,
        List<Reference> usage,
        List<Reference> scorecards,
        List<Reference> furtherScorecards,
        List<Reference> shadowScorecards,
        List<PublishConfig> publish,
        ZoneId zone,
        GateConfig gates,
        Optional<Yaml.Mapping> repository,
        KeepConfig keep,
        Optional<Yaml.Mapping> watch,
        Location at) {

    /** The same job if the scorecard came before all others, and had no other part to play. */
    public JobConfig preferring(String scorecard) {
        List<Reference> first = Stream.concat(
                        Stream.of(new Reference(scorecard, at)), without(scorecard, scorecards).stream())
                .toList();
        return new JobConfig(
                name,
                sources,
                usage,
                first,
                without(scorecard, furtherScorecards),
                without(scorecard, shadowScorecards),
                publish,
                zone,
                gates,
                repository,
                keep,
                watch,
                at);
    }

    private static List<Reference> without(String name, List<Reference> references) {
        return references.stream()
                .filter(reference -> !reference.name().equals(name))
                .toList();
    }

    /**
     * One form in which the snapshot is published.
     *
     * @param format {@code tables}, {@code workbook} or {@code mart}
     * @param options of that form: charset of the tables, language of the workbook, url of the mart
     */
    public record PublishConfig(String format, Yaml.Mapping options, Location at) {}
}
