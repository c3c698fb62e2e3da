package dev.kenshin.job;

import dev.kenshin.metric.MetricPlan;
import dev.kenshin.score.Component;
import dev.kenshin.score.ComponentScore;
import dev.kenshin.score.Health;
import dev.kenshin.score.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells of each score how the data stand that it was made of: those of the sources that fill the tables from which the
 * metrics of its scorecard are computed, directly or through other metrics, and the conditions of its overrides.
 */
final class DataStates {
    private final MetricPlan metrics;
    private final DataAges ages;
    private final Map<String, Optional<OfCard>> cards = new HashMap<>();

    DataStates(MetricPlan metrics, DataAges ages) {
        this.metrics = metrics;
        this.ages = ages;
    }

    /**
     * What all scores of a card have in common.
     *
     * @param tooOld for each component the sources whose data are older than it takes
     */
    private record OfCard(OptionalInt oldest, Set<String> notFresh, boolean lacking, List<Set<String>> tooOld) {

        DataState of(Health health) {
            Set<String> stale = new TreeSet<>(notFresh);
            boolean partial = lacking;
            List<ComponentScore> components = health.components();
            for (int i = 0; i < components.size(); i++) {
                if (components.get(i).status().stale()) {
                    stale.addAll(tooOld.get(i));
                    partial = true;
                }
            }
            return new DataState(status(partial, stale), oldest, stale);
        }

        private static String status(boolean partial, Set<String> stale) {
            if (partial) {
                return DataState.PARTIAL;
            }
            return stale.isEmpty() ? DataState.FRESH : DataState.STALE;
        }
    }

    /** Empty where nobody kept how old the sources were. */
    Optional<DataState> of(Scorecard card, Health health) {
        return cards.computeIfAbsent(card.name(), name -> card(card)).map(known -> known.of(health));
    }

    private Optional<OfCard> card(Scorecard card) {
        return ages.feeding(tables(card)).map(sources -> {
            Set<String> notFresh = new HashSet<>();
            sources.stream()
                    .filter(source -> source.status() != SourceStatus.FRESH)
                    .forEach(source -> notFresh.add(source.source()));
            OptionalInt oldest = sources.stream()
                    .flatMapToInt(source -> source.days().stream())
                    .max();
            boolean lacking = sources.stream().anyMatch(source -> source.status() == SourceStatus.UNAVAILABLE);
            return new OfCard(oldest, notFresh, lacking, tooOld(card, sources));
        });
    }

    private List<Set<String>> tooOld(Scorecard card, List<SourceAge> sources) {
        List<Set<String>> tooOld = new ArrayList<>();
        for (int i = 0; i < card.components().size(); i++) {
            int from = card.tooOldFromDays(i).orElse(Integer.MAX_VALUE);
            Set<String> tables = tables(card.components().get(i));
            Set<String> old = new HashSet<>();
            sources.stream()
                    .filter(source -> source.feeds(tables) && source.days().orElse(0) >= from)
                    .forEach(source -> old.add(source.source()));
            tooOld.add(old);
        }
        return tooOld;
    }

    private Set<String> tables(Scorecard card) {
        Set<String> tables = new HashSet<>();
        card.components().forEach(component -> tables.addAll(tables(component)));
        card.overrides()
                .forEach(rule -> tables.addAll(metrics.tablesBehind(MetricPlan.override(card.name(), rule.name()))));
        return tables;
    }

    private Set<String> tables(Component component) {
        Set<String> tables = new HashSet<>();
        Stream.concat(Stream.of(component.metric()), component.per().stream())
                .forEach(metric -> tables.addAll(metrics.tablesOf(metric)));
        return tables;
    }
}
