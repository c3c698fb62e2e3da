package dev.kenshin.cli;

import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Group;
import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The figures of a score as the page shows them: points and health with two decimals (more only where two would show a
 * health that belongs to another level), weights in percent with two, all so that they add up by hand.
 */
final class ShownScore {
    private static final int DECIMALS = 2;
    private static final int MOST_DECIMALS = 9;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Score score;
    private final int decimals;
    private final IdentityHashMap<Component, BigDecimal> points = new IdentityHashMap<>();
    private final IdentityHashMap<Component, BigDecimal> weights = new IdentityHashMap<>();

    /** @param score with a health */
    ShownScore(Score score) {
        this.score = score;
        this.decimals = decimals(score);
        List<Component> components = score.beforeOverrides().isPresent() ? score.components() : List.of();
        assign(
                points,
                components,
                AddingUp.to(
                        before().subtract(HUNDRED),
                        components.stream().map(Component::contribution).toList()));
        assign(
                weights,
                components,
                AddingUp.to(
                        HUNDRED.setScale(DECIMALS),
                        components.stream()
                                .map(each -> each.effectiveWeight() * 100)
                                .toList()));
    }

    private static void assign(
            IdentityHashMap<Component, BigDecimal> figures, List<Component> components, List<BigDecimal> values) {
        for (int i = 0; i < components.size(); i++) {
            figures.put(components.get(i), values.get(i));
        }
    }

    BigDecimal health() {
        return round(score.health().orElseThrow());
    }

    /** The health before any override; 100 where nothing could be computed, so that nothing was lost. */
    BigDecimal before() {
        return round(score.beforeOverrides().orElse(100));
    }

    BigDecimal before(Rule rule) {
        return round(rule.before());
    }

    BigDecimal after(Rule rule) {
        return round(rule.after());
    }

    BigDecimal points(Component component) {
        return points.getOrDefault(component, BigDecimal.ZERO);
    }

    BigDecimal points(Group group) {
        return group.components().stream().map(this::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The effective weight in percent. */
    BigDecimal weight(Component component) {
        return weights.getOrDefault(component, BigDecimal.ZERO);
    }

    BigDecimal weight(Group group) {
        return group.components().stream().map(this::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal round(double figure) {
        return AddingUp.round(figure, decimals);
    }

    private static int decimals(Score score) {
        double health = score.health().orElseThrow();
        int decimals = DECIMALS;
        while (decimals < MOST_DECIMALS
                && belongs(health, score.level())
                && !belongs(AddingUp.round(health, decimals).doubleValue(), score.level())) {
            decimals++;
        }
        return decimals;
    }

    private static boolean belongs(double health, Level level) {
        return health >= level.from().orElse(0) && health < level.below().orElse(Double.POSITIVE_INFINITY);
    }
}
