package dev.kenshin.example;

import dev.kenshin.config.ExampleFile;
import dev.kenshin.config.Yaml;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.TrialGiven;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the examples of a file, each for the first job that knows all the streams it uses. */
final class ExampleReader {
    private static final String AS_OF = "as-of";
    private static final String GIVEN = "given";
    private static final String BEFORE = "before";
    private static final String METRICS = WantedFigures.METRICS + ".";
    /** Of examples in which nothing depends on it. */
    private static final LocalDate NO_DATE = LocalDate.of(2000, 1, 1);

    private final List<NightPlan> plans;
    private final ExampleProblems problems;

    ExampleReader(List<NightPlan> plans, Problems problems) {
        this.plans = plans;
        this.problems = new ExampleProblems(problems);
    }

    List<Example> read(ExampleFile file) {
        List<Example> examples = new ArrayList<>();
        file.tree().mapping("examples").ifPresent(all -> all.entries().forEach((name, value) -> {
            if (value instanceof Yaml.Mapping tree) {
                examples.add(example(file, name, tree, all));
            }
        }));
        return examples;
    }

    private Example example(ExampleFile file, String name, Yaml.Mapping tree, Yaml.Mapping all) {
        Yaml.Mapping given = part(tree, GIVEN);
        Set<String> used = new LinkedHashSet<>(given.entries().keySet());
        used.addAll(part(tree, BEFORE).entries().keySet());
        used.remove(AS_OF);
        NightPlan plan = plan(used);
        checkNames(given, plan);
        checkNames(part(tree, BEFORE), plan);
        Wanted wanted = new WantedReader(plan, problems).read(part(tree, "expect"));
        Optional<LocalDate> date = date(tree).or(() -> date(file.tree()));
        if (date.isEmpty() && (!wanted.accounts().isEmpty() || tree.get(BEFORE).isPresent())) {
            problems.withoutDate(all.at(name));
        }
        LocalDate asOf = date.orElse(NO_DATE);
        GivenReader reader = new GivenReader(plan, problems);
        Optional<TrialGiven> before = tree.mapping(BEFORE)
                .map(earlier ->
                        reader.read(merged(given, earlier), date(earlier).orElse(asOf.minusDays(1)), Optional.empty()));
        return new Example(
                name,
                file.name(),
                all.at(name),
                plan.job().name(),
                reader.read(given, asOf, measured(wanted, before.isPresent())),
                before,
                wanted);
    }

    private static Yaml.Mapping part(Yaml.Mapping tree, String name) {
        return tree.mapping(name).orElse(new Yaml.Mapping(Map.of(), Map.of(), tree.at(name)));
    }

    private NightPlan plan(Set<String> used) {
        return plans.stream()
                .min(Comparator.comparingLong(plan -> used.stream()
                        .filter(name -> !GivenReader.names(plan).contains(name))
                        .count()))
                .orElseThrow();
    }

    private void checkNames(Yaml.Mapping given, NightPlan plan) {
        Set<String> known = GivenReader.names(plan);
        given.entries().keySet().stream()
                .filter(name -> !known.contains(name) && !name.equals(AS_OF))
                .forEach(name -> problems.unknown(
                        given.at(name), name, new Text("ストリームや標準テーブル", "stream or canonical table"), known));
    }

    private Optional<LocalDate> date(Yaml.Mapping tree) {
        return tree.text(AS_OF).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException noDate) {
                problems.unreadable(tree.at(AS_OF), AS_OF, text, Text.same("2026-10-31"));
                return Optional.of(NO_DATE);
            }
        });
    }

    /** What was given, but for what was different before. */
    private static Yaml.Mapping merged(Yaml.Mapping given, Yaml.Mapping before) {
        Map<String, Yaml> entries = new LinkedHashMap<>(given.entries());
        before.entries().forEach((name, value) -> {
            boolean figures = Set.of(GivenReader.METRICS, GivenReader.SEGMENTS, GivenReader.AGE)
                    .contains(name);
            if (figures && value instanceof Yaml.Mapping own && entries.get(name) instanceof Yaml.Mapping others) {
                entries.put(name, merged(others, own));
            } else if (!name.equals(AS_OF)) {
                entries.put(name, value);
            }
        });
        return new Yaml.Mapping(entries, given.keys(), given.at());
    }

    /** Scores need everything to be measured; some metrics need only what they are made of. */
    private static Optional<Set<String>> measured(Wanted wanted, boolean before) {
        Set<String> metrics = new LinkedHashSet<>();
        for (Wanted.OfAccount account : wanted.accounts()) {
            boolean metricsOnly = account.lists().isEmpty()
                    && account.figures().keySet().stream().allMatch(figure -> figure.startsWith(METRICS));
            if (!metricsOnly || before) {
                return Optional.empty();
            }
            account.figures().keySet().forEach(figure -> metrics.add(figure.substring(METRICS.length())));
        }
        return Optional.of(metrics);
    }
}
