package dev.kenshin.metric;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A metric computed row by row, in the simplest way that is right. */
@FunctionalInterface
interface Naive {
    Optional<Double> of(Facts facts);

    /** One for every metric that is shipped. */
    Map<String, Naive> ALL = all();

    private static Map<String, Naive> all() {
        Map<String, Naive> all = new TreeMap<>();
        all.putAll(NaiveUsage.METRICS);
        all.putAll(NaiveAdoption.METRICS);
        all.putAll(NaiveSupport.METRICS);
        all.putAll(NaiveVoice.METRICS);
        all.putAll(NaiveRelationship.METRICS);
        all.putAll(NaiveCommercial.METRICS);
        return all;
    }
}
