package dev.kenshin.job;

import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what became of a component or an override between two scores. */
final class MoveWords {
    private static final Text NOTHING = Text.same("");

    private final Score before;
    private final Score now;

    MoveWords(Score before, Score now) {
        this.before = before;
        this.now = now;
    }

    /** As it is called now; what vanished, as it was called. */
    Text label(String key) {
        return Stream.of(now, before)
                .flatMap(score -> Stream.concat(
                        component(score, key).map(Component::label).stream(),
                        rule(score, key).map(Rule::reason).stream()))
                .findFirst()
                .orElse(Text.same(key));
    }

    Text why(String key) {
        Optional<Rule> fires = rule(now, key);
        Optional<Rule> fired = rule(before, key);
        return fires.isPresent() || fired.isPresent()
                ? rule(fired, fires)
                : component(component(before, key), component(now, key));
    }

    /** Of each component on both sides whose score comes from elsewhere now. */
    List<Text> statuses() {
        List<Text> statuses = new ArrayList<>();
        for (Component component : now.components()) {
            component(before, component.metric())
                    .filter(earlier -> !earlier.status().equals(component.status()))
                    .map(earlier -> component(earlier, component))
                    .map(words -> new Text(
                            component.label().ja() + ": " + words.ja(),
                            component.label().en() + ": " + words.en()))
                    .ifPresent(statuses::add);
        }
        return statuses;
    }

    private static Text rule(Optional<Rule> before, Optional<Rule> now) {
        if (now.isEmpty()) {
            return new Text("適用終了", "no longer applies");
        }
        Text effect = now.get().effect().orElse(NOTHING);
        return before.isPresent() ? effect : join(new Text("新たに適用", "applies now"), effect);
    }

    private static Text join(Text words, Text effect) {
        return effect.en().isEmpty()
                ? words
                : new Text(words.ja() + "、" + effect.ja(), words.en() + ", " + effect.en());
    }

    private static Text component(Optional<Component> before, Optional<Component> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return before.isEmpty() ? new Text("新しい項目", "new") : new Text("なくなった項目", "gone");
        }
        return component(before.get(), now.get());
    }

    private static Text component(Component before, Component now) {
        Text from = before.shown();
        Text to = now.shown();
        Text values = from.equals(to) ? to : new Text(from.ja() + " → " + to.ja(), from.en() + " → " + to.en());
        if (!before.status().equals(now.status())) {
            return status(values, now);
        }
        return from.equals(to) && before.effectiveWeight() != now.effectiveWeight()
                ? weights(values, before.effectiveWeight(), now.effectiveWeight())
                : values;
    }

    private static Text status(Text values, Component now) {
        return now.present()
                ? new Text(values.ja() + "(データが戻った)", values.en() + " (has data again)")
                : new Text(
                        values.ja() + "(" + now.statusWords().ja() + ")",
                        values.en() + " (" + now.statusWords().en() + ")");
    }

    private static Text weights(Text value, double before, double now) {
        String weights = percent(before) + " → " + percent(now);
        return new Text(value.ja() + "(重み " + weights + ")", value.en() + " (weight " + weights + ")");
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static Optional<Rule> rule(Score score, String key) {
        return score.overrides().stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    private static Optional<Component> component(Score score, String key) {
        return score.components().stream()
                .filter(component -> component.metric().equals(key))
                .findFirst();
    }
}
