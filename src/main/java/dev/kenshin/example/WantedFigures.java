package dev.kenshin.example;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.job.NightPlan;
import dev.kenshin.metric.Metric;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Health;
import dev.kenshin.score.LowConfidence;
import dev.kenshin.score.ManualOverride;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the figures that an example expects of one account. */
final class WantedFigures {
    static final String METRICS = "metrics";
    static final String SEGMENTS = "segments";
    static final String OVERRIDES = "overrides";
    private static final Set<String> MAPS = Set.of(METRICS, SEGMENTS, "scores", "contributions", "statuses");
    static final String ESCALATIONS = "escalations";
    private static final Set<String> LISTS = Set.of(OVERRIDES, ESCALATIONS, "drivers", "moves");
    private static final Set<String> LEVELS = Set.of("level", "risk-level", "level-by-health", "computed-level");
    private static final Set<String> WORDS = Set.of("override-author", "override-reason", "override-expires");
    private static final Set<String> NUMBERS = Set.of("health", "before-overrides", "computed-health", "coverage");
    private static final Set<String> SINGLE = union(Set.of("scorecard"), LEVELS, WORDS, NUMBERS);
    static final Set<String> KEYS = union(MAPS, LISTS, SINGLE);

    private final NightPlan plan;
    private final ExampleProblems problems;

    WantedFigures(NightPlan plan, ExampleProblems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    Wanted.OfAccount read(Optional<String> account, Yaml.Mapping expect) {
        Map<String, Yaml.Scalar> figures = new LinkedHashMap<>();
        Map<String, Wanted.Names> lists = new LinkedHashMap<>();
        expect.entries().forEach((name, value) -> {
            if (MAPS.contains(name) && value instanceof Yaml.Mapping several) {
                several.entries().forEach((key, each) -> addNamed(name, key, each, several, figures));
            } else if (LISTS.contains(name)) {
                lists.put(name, new Wanted.Names(list(name, value), value.at()));
            } else if (SINGLE.contains(name) && value instanceof Yaml.Scalar scalar) {
                checkSingle(name, scalar);
                figures.put(name, scalar);
            } else {
                wrong(expect, name, value);
            }
        });
        return new Wanted.OfAccount(account, figures, lists, expect.at());
    }

    private void wrong(Yaml.Mapping expect, String name, Yaml value) {
        if (KEYS.contains(name)) {
            Text fix = MAPS.contains(name)
                    ? new Text("「{ 名前: 値 }」と書いてください。", "Write { name: value }.")
                    : new Text("値を一つ書いてください。", "Write a single value.");
            problems.wrongShape(value.at(), name, fix);
        } else {
            problems.unknown(expect.at(name), name, new Text("期待する項目", "thing to expect"), KEYS);
        }
    }

    private void addNamed(String kind, String name, Yaml value, Yaml.Mapping in, Map<String, Yaml.Scalar> figures) {
        Collection<String> known = known(kind);
        if (!known.contains(name)) {
            problems.unknown(in.at(name), name, kind(kind), known);
        }
        if (value instanceof Yaml.Scalar scalar) {
            figures.put(kind + "." + name, scalar);
        } else {
            problems.wrongShape(value.at(), name, new Text("値を一つ書いてください。", "Write a single value."));
        }
    }

    private List<Yaml.Scalar> list(String name, Yaml value) {
        List<Yaml> items = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
        List<Yaml.Scalar> names = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Scalar scalar && scalar.value() != null) {
                names.add(scalar);
                checkRule(name, scalar);
            } else {
                problems.wrongShape(item.at(), name, new Text("「[a, b]」と書いてください。", "Write [a, b]."));
            }
        }
        return names;
    }

    private void checkRule(String list, Yaml.Scalar name) {
        if (list.equals(OVERRIDES) && !overrides().contains(name.text())) {
            problems.unknown(name.at(), name.text(), new Text("上書きの規則", "override"), overrides());
        } else if (list.equals(ESCALATIONS) && !escalations().contains(name.text())) {
            problems.unknown(name.at(), name.text(), new Text("警戒の規則", "escalation"), escalations());
        }
    }

    private void checkSingle(String name, Yaml.Scalar value) {
        if (value.value() == null) {
            return;
        }
        if (LEVELS.contains(name)) {
            checkName(value, new Text("レベル", "level"), levels());
        } else if (name.equals("scorecard")) {
            checkName(value, new Text("スコアカード", "scorecard"), cardNames());
        } else if (NUMBERS.contains(name) && Cell.number(value.text()).isEmpty()) {
            problems.unreadable(value.at(), name, value.text(), Text.same("62.5"));
        }
    }

    private void checkName(Yaml.Scalar value, Text kind, Set<String> known) {
        if (!known.contains(value.text())) {
            problems.unknown(value.at(), value.text(), kind, known);
        }
    }

    private Collection<String> known(String kind) {
        return switch (kind) {
            case METRICS -> plan.metrics().metrics().stream().map(Metric::name).toList();
            case SEGMENTS -> plan.metrics().segments();
            default -> {
                Set<String> names = new LinkedHashSet<>();
                cards().forEach(card -> card.components().forEach(component -> names.add(component.name())));
                names.addAll(overrides());
                yield names;
            }
        };
    }

    private static Text kind(String kind) {
        return switch (kind) {
            case METRICS -> new Text("指標", "metric");
            case SEGMENTS -> new Text("セグメント", "segment");
            default -> new Text("スコアカードの要素", "component of a scorecard");
        };
    }

    private List<ScorecardConfig> cards() {
        return plan.configuration().scorecards().values().stream()
                .filter(card -> cardNames().contains(card.name()))
                .toList();
    }

    private Set<String> cardNames() {
        Set<String> names = new LinkedHashSet<>();
        plan.scorecards().forEach(card -> names.add(card.name()));
        return names;
    }

    private Set<String> overrides() {
        Set<String> names = new LinkedHashSet<>();
        cards().forEach(card -> {
            card.overrides().forEach(rule -> names.add(rule.name()));
            if (!card.confidenceCaps().isEmpty()) {
                names.add(LowConfidence.NAME);
            }
        });
        names.add(ManualOverride.NAME);
        return names;
    }

    private Set<String> escalations() {
        Set<String> names = new LinkedHashSet<>();
        cards().forEach(card -> card.escalations().forEach(rule -> names.add(rule.name())));
        return names;
    }

    private Set<String> levels() {
        Set<String> names = new LinkedHashSet<>();
        cards().forEach(card -> card.levels().forEach(level -> names.add(level.name())));
        names.add(Health.UNKNOWN);
        return names;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new LinkedHashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
