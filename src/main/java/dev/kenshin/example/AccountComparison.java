package dev.kenshin.example;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.TrialScore;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the figures of one account. */
final class AccountComparison {
    private final NightPlan plan;
    private final Pointers pointers;
    private final String prefix;
    private final Map<String, @Nullable Object> values;
    private final @Nullable TrialScore score;
    private final List<Difference> differences = new ArrayList<>();

    AccountComparison(NightPlan plan, String prefix, Map<String, @Nullable Object> values, @Nullable TrialScore score) {
        this.plan = plan;
        this.pointers = new Pointers(plan);
        this.prefix = prefix;
        this.values = values;
        this.score = score;
    }

    List<Difference> differences(Wanted.OfAccount wanted) {
        wanted.figures().forEach(this::compare);
        wanted.lists().forEach(this::compareList);
        return differences;
    }

    private void compare(String figure, Yaml.Scalar expected) {
        int dot = figure.indexOf('.');
        String kind = dot < 0 ? figure : figure.substring(0, dot);
        String name = figure.substring(dot + 1);
        Object actual = actual(kind, name);
        if (!Cell.matches(expected, actual)) {
            String shown = kind.equals("coverage") && actual instanceof Double share
                    ? Cell.shown(share * 100) + "%"
                    : Cell.shown(actual);
            differences.add(
                    new Difference(expected.at(), prefix + figure, Cell.written(expected), shown, look(kind, name)));
        }
    }

    private @Nullable Object actual(String kind, String name) {
        if (kind.equals(WantedFigures.METRICS) || kind.equals(WantedFigures.SEGMENTS)) {
            return values.get(name);
        }
        return score == null ? null : ofScore(score, kind, name);
    }

    private static @Nullable Object ofScore(TrialScore score, String kind, String name) {
        TrialScore.Part part = Optional.ofNullable(score.components().get(name))
                .orElse(score.overrides().get(name));
        return switch (kind) {
            case "scorecard" -> score.scorecard();
            case "health" -> score.health();
            case "before-overrides" -> score.beforeOverrides();
            case "level" -> score.level();
            case "risk-level", "level-by-health", "computed-level", "computed-health" ->
                score.assessment().get(kind.replace('-', '_'));
            case "override-author" -> score.assessment().get("manual_author");
            case "override-reason" -> score.assessment().get("manual_reason");
            case "override-expires" -> score.assessment().get("manual_expires_on");
            case "coverage" -> score.coverage();
            case "scores" -> part == null ? null : part.score();
            case "contributions" -> part == null ? null : part.contribution();
            case "statuses" -> part == null ? null : part.status();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private List<Text> look(String kind, String name) {
        return switch (kind) {
            case WantedFigures.METRICS -> pointers.metric(name);
            case WantedFigures.SEGMENTS -> segment(name);
            case "scores", "contributions", "statuses" -> pointers.component(score, name);
            default -> pointers.health(score);
        };
    }

    private List<Text> segment(String name) {
        return plan.configuration().segments().stream()
                .filter(segment -> segment.name().equals(name))
                .map(segment -> new Text("セグメントの定義: " + segment.at(), "the segment: " + segment.at()))
                .toList();
    }

    private void compareList(String kind, Wanted.Names wanted) {
        List<String> names = wanted.names().stream().map(Yaml.Scalar::text).toList();
        List<Text> actual = actualList(kind);
        boolean same =
                switch (kind) {
                    case WantedFigures.OVERRIDES ->
                        names.equals(actual.stream().map(Text::en).toList());
                    case WantedFigures.ESCALATIONS ->
                        names.stream()
                                .sorted()
                                .toList()
                                .equals(actual.stream().map(Text::en).toList());
                    default -> beginsWith(names, actual);
                };
        if (!same) {
            String written = names.stream().collect(Collectors.joining(", ", "[", "]"));
            differences.add(new Difference(wanted.at(), prefix + kind, written, shown(actual), pointers.health(score)));
        }
    }

    private static String shown(List<Text> actual) {
        return actual.stream()
                .map(text -> text.ja().equals(text.en()) ? text.en() : text.ja() + " / " + text.en())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private List<Text> actualList(String kind) {
        if (score == null) {
            return List.of();
        }
        return switch (kind) {
            case WantedFigures.OVERRIDES ->
                score.overrides().keySet().stream().map(Text::same).toList();
            case WantedFigures.ESCALATIONS ->
                score.escalations().stream().map(Text::same).toList();
            case "drivers" -> score.drivers();
            default -> score.moves();
        };
    }

    /** The first ones, each named by its metric or rule, or by words that stand in it. */
    private boolean beginsWith(List<String> expected, List<Text> actual) {
        if (expected.size() > actual.size() || (expected.isEmpty() && !actual.isEmpty())) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            Text words = words(expected.get(i));
            Text driver = actual.get(i);
            if (!driver.ja().contains(words.ja()) && !driver.en().contains(words.en())) {
                return false;
            }
        }
        return true;
    }

    private Text words(String name) {
        Optional<Text> metric = plan.metrics().metric(name).map(known -> known.label());
        return metric.or(() -> reason(name)).orElse(Text.same(name));
    }

    private Optional<Text> reason(String rule) {
        return plan.configuration().scorecards().values().stream()
                .filter(card -> score != null && card.name().equals(score.scorecard()))
                .flatMap(card -> card.overrides().stream())
                .filter(each -> each.name().equals(rule))
                .map(ScorecardConfig.OverrideRule::reason)
                .findFirst();
    }
}
