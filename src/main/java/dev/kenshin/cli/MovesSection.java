package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Move;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What moved since the snapshot before. The moves are rounded so that they add up to the difference of the two healths
 * shown.
 */
final class MovesSection {
    private static final int LARGEST = 8;

    private final Explanation explanation;
    private final Score before;
    private final Score now;
    private final Language language;
    private final AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT);

    /** @param before with a health, as the explanation's own score */
    MovesSection(Explanation explanation, Score before, Language language) {
        this.explanation = explanation;
        this.before = before;
        this.now = explanation.score().orElseThrow();
        this.language = language;
    }

    String print() {
        BigDecimal from = new ShownScore(before).health();
        BigDecimal to = new ShownScore(now).health();
        String date = explanation.previous().orElseThrow().asOf().toString();
        String title =
                say("前回(" + date + ")からの変化: ", "Since the snapshot of " + date + ": ") + from + " → " + to + "\n";
        moves(to.subtract(from));
        return title + table.print();
    }

    private void moves(BigDecimal change) {
        List<Move> moves = explanation.moves();
        List<BigDecimal> points =
                AddingUp.to(change, moves.stream().map(Move::points).toList());
        int shown = (int) points.stream()
                .limit(LARGEST)
                .filter(each -> each.signum() != 0)
                .count();
        BigDecimal others = change;
        for (int i = 0; i < shown; i++) {
            others = others.subtract(points.get(i));
            String label = moves.get(i).label().in(language);
            table.row(
                    "  " + label,
                    ScoreTable.signed(points.get(i)),
                    values(moves.get(i).key()));
        }
        if (points.stream().skip(shown).anyMatch(each -> each.signum() != 0)) {
            table.row(say("  その他", "  Others"), ScoreTable.signed(others));
        }
        table.row(shown == 0 ? say("  変化なし", "  No change") : say("  合計", "  Sum"), ScoreTable.signed(change));
    }

    /** What the metric was and is; or that only its weight is another one, since others gained or lost their data. */
    private String values(String key) {
        Optional<Rule> rule = rule(now, key).or(() -> rule(before, key));
        if (rule.isPresent()) {
            return rule.get().effect().map(words -> words.in(language)).orElse("");
        }
        Optional<Component> was = component(before, key);
        Optional<Component> is = component(now, key);
        if (was.isEmpty() || is.isEmpty()) {
            return was.isEmpty() ? say("新しい項目", "new") : say("なくなった項目", "gone");
        }
        String from = was.get().shown().in(language);
        String to = is.get().shown().in(language);
        if (!from.equals(to)) {
            return from + " → " + to;
        }
        return was.get().effectiveWeight() == is.get().effectiveWeight()
                ? to
                : say(to + "(重みが変わった)", to + " (its weight changed)");
    }

    private static Optional<Rule> rule(Score score, String key) {
        return score.overrides().stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    private static Optional<Component> component(Score score, String key) {
        return score.components().stream()
                .filter(component -> component.metric().equals(key))
                .findFirst();
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
