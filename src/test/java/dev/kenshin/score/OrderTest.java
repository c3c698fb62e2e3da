package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** In which order components and groups are written decides nothing. */
class OrderTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private final Random random = new Random(7);
    private final RandomAccounts accounts = new RandomAccounts(7);

    @Test
    void orderOfComponentsAndGroups_isIrrelevant() {
        for (int round = 0; round < 2000; round++) {
            ScorecardConfig config = accounts.config();
            Scorecard card = Cards.compile(config);
            Scorecard shuffled = Cards.compile(shuffled(config));
            Reading reading = accounts.reading(card);
            Health one = card.score(reading);
            Health other = shuffled.score(inOrderOf(shuffled, card, reading));
            assertThat(other.level()).isEqualTo(one.level());
            assertThat(other.coverage()).isCloseTo(one.coverage(), EXACT);
            assertThat(other.confidence()).isCloseTo(one.confidence(), EXACT);
            assertThat(other.health().orElse(-1)).isCloseTo(one.health().orElse(-1), EXACT);
            assertThat(Contributions.of(other).points().keySet())
                    .isEqualTo(Contributions.of(one).points().keySet());
            Contributions.of(one).points().forEach((key, points) -> assertThat(points(other, key))
                    .isCloseTo(points, EXACT));
        }
    }

    private static double points(Health health, String key) {
        return Contributions.of(health).points().getOrDefault(key, Double.NaN);
    }

    private static Reading inOrderOf(Scorecard shuffled, Scorecard card, Reading reading) {
        Map<String, Measurement> byName = new HashMap<>();
        for (int i = 0; i < card.components().size(); i++) {
            byName.put(card.components().get(i).name(), reading.measurements().get(i));
        }
        List<Measurement> measurements = shuffled.components().stream()
                .map(component -> Objects.requireNonNull(byName.get(component.name())))
                .toList();
        return new Reading(reading.accountId(), measurements, reading.overrides());
    }

    private ScorecardConfig shuffled(ScorecardConfig card) {
        return new ScorecardConfig(
                card.name(),
                card.label(),
                card.appliesTo(),
                card.combine(),
                shuffled(card.groups().stream().map(this::shuffled).toList()),
                card.overrides(),
                card.minimumCoverage(),
                shuffled(card.confidenceCaps()),
                card.levels(),
                card.at());
    }

    private Group shuffled(Group group) {
        return new Group(
                group.name(),
                group.label(),
                group.weight(),
                group.combine(),
                shuffled(group.components()),
                shuffled(group.groups().stream().map(this::shuffled).toList()),
                group.at());
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
