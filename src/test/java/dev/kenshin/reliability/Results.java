package dev.kenshin.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The outcomes as a table in Markdown, a row for each kind of fault. */
record Results(List<Outcome> outcomes) {
    private static final String HEADER = """
            | fault | tries | lost | recovery, in times of an undisturbed run: median (longest) |
            | --- | --- | --- | --- |
            """;

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
        List<Double> recoveries = tries.stream().map(this::recovery).sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.1f (%.1f) |%n",
                name,
                tries.size(),
                lost == 0 ? "nothing" : "something, " + lost + " times",
                recoveries.get(recoveries.size() / 2),
                recoveries.get(recoveries.size() - 1));
    }

    /** Against the runs of the same night that nothing happened to, which went on as many at a time. */
    private double recovery(Outcome outcome) {
        double undisturbed = outcomes.stream()
                .filter(other -> other.fault() instanceof Undisturbed)
                .filter(other -> other.scene().equals(outcome.scene()))
                .mapToLong(other -> other.recovery().toNanos())
                .average()
                .orElse((double) outcome.scene().length().toNanos());
        return outcome.recovery().toNanos() / undisturbed;
    }
}
