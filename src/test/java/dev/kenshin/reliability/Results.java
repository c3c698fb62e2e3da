package dev.kenshin.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcomes as a table in Markdown, a row for each kind of fault. */
record Results(List<Outcome> outcomes) {
    private static final String HEADER = """
            | fault | tries | lost | recovery in seconds: median (longest) | in undisturbed nights: median (longest) | the longest |
            | --- | --- | --- | --- | --- | --- |
            """;

    private static final double NANOS = 1e9;

    /** Rounds in which the fault came too late, when the run had ended, do not count. */
    String table() {
        Map<String, List<Outcome>> rows = new LinkedHashMap<>();
        outcomes.stream().filter(Outcome::struck).forEach(outcome -> rows.computeIfAbsent(
                        outcome.fault().name(), name -> new ArrayList<>())
                .add(outcome));
        return HEADER
                + rows.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    List<Outcome> losses() {
        return outcomes.stream().filter(outcome -> !outcome.wrong().isEmpty()).toList();
    }

    private String row(String name, List<Outcome> tries) {
        long lost = tries.stream().filter(outcome -> !outcome.wrong().isEmpty()).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s |%n",
                name,
                tries.size(),
                lost == 0 ? "nothing" : "something, " + lost + " times",
                medianAndLongest(tries.stream().map(Results::seconds).toList()),
                medianAndLongest(tries.stream().map(this::nights).toList()),
                longest(tries));
    }

    private static String medianAndLongest(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.1f (%.1f)", sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    private static double seconds(Outcome outcome) {
        return outcome.recovery().toNanos() / NANOS;
    }

    /** Against the runs of the same night that nothing happened to, which went on as many at a time. */
    private double nights(Outcome outcome) {
        double undisturbed = outcomes.stream()
                .filter(other -> other.fault() instanceof Undisturbed)
                .filter(other -> other.scene().equals(outcome.scene()))
                .mapToLong(other -> other.recovery().toNanos())
                .average()
                .orElse((double) outcome.scene().length().toNanos());
        return outcome.recovery().toNanos() / undisturbed;
    }

    private static String longest(List<Outcome> tries) {
        Map<String, Duration> longest = new TreeMap<>();
        tries.forEach(outcome -> outcome.measured()
                .forEach((what, length) ->
                        longest.merge(what, length, (one, other) -> one.compareTo(other) > 0 ? one : other)));
        return longest.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s: %.1f s",
                        entry.getKey(),
                        entry.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }
}
