package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.score.Raise.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AscentTest {
    private static final Component UTILISATION =
            Cards.component("utilisation_rate", 1, Cards.curve(0, 0, 0.2, 40, 0.5, 80, 0.8, 100));
    private static final Component OTHER = Cards.component("other", 1, Cards.IDENTITY);

    @Test
    void suggestion_isTheSmallestRoundValueThatReachesTheNextLevel() {
        Ascent ascent = of(List.of(), Set.of(), 0.2, 50);

        assertThat(ascent.level()).isEqualTo("medium");
        assertThat(ascent.raises()).hasSize(2);
        assertThat(ascent.raises()).isSortedAccordingTo(Comparator.comparing(Raise::cost));
        Raise utilisation = ascent.raises().get(1);
        assertThat(utilisation.words().ja()).isEqualTo("活用率を 28% 以上にする（今 20%）");
        assertThat(utilisation.words().en()).isEqualTo("Utilisation rate: at least 28% (now 20%)");
        assertThat(utilisation.value()).hasValue(0.28);
    }

    @Test
    void highestLevel_hasNothingAboveIt() {
        Scorecard card = Cards.card(0, List.of(), Cards.group("g", 1, UTILISATION, OTHER));

        assertThat(Ascent.of(card, new Reading("C1", Cards.fresh(0.8, 100), Set.of())))
                .isEmpty();
    }

    @Test
    void cap_mustBeLiftedFirst_andMayBeAll() {
        List<OverrideRule> cap = List.of(Cards.override("rival", Effect.CAP, 40));
        Ascent ascent = of(cap, Set.of("rival"), 0.8, 100);

        assertThat(ascent.inTheWay()).extracting(FiredOverride::name).containsExactly("rival");
        assertThat(ascent.onlyOverrides()).isTrue();
    }

    @Test
    void belowTheCapToo_bothAreNeeded() {
        List<OverrideRule> cap = List.of(Cards.override("rival", Effect.CAP, 40));
        Ascent ascent = of(cap, Set.of("rival"), 0.2, 50);

        assertThat(ascent.inTheWay()).hasSize(1);
        assertThat(ascent.raises()).isNotEmpty();
        assertThat(ascent.onlyOverrides()).isFalse();
    }

    @Test
    void capThatTheNextLevelFitsUnder_isNotInTheWay() {
        List<OverrideRule> cap = List.of(Cards.override("change", Effect.CAP, 60));

        assertThat(of(cap, Set.of("change"), 0.2, 50).inTheWay()).isEmpty();
    }

    @Test
    void whereNoComponentIsEnough_theBestOneIsNamed() {
        Component small = Cards.component("other", 1, Cards.IDENTITY);
        Component large = Cards.component("missing", 9, Cards.bands(0, 0));
        Scorecard card = Cards.card(0, List.of(), Cards.group("g", 1, small, large));
        Ascent ascent =
                Ascent.of(card, new Reading("C1", Cards.fresh(50, 0), Set.of())).orElseThrow();

        assertThat(ascent.raises()).isEmpty();
        assertThat(ascent.best().orElseThrow().health()).isEqualTo(10);
    }

    @Test
    void bands_areEnteredFromTheNearerEnd() {
        Component tickets = Cards.component("tickets", 1, Cards.bands(0, 100, 1, 60, 2, 30, 4, 0));
        Scorecard card = Cards.card(0, List.of(), Cards.group("g", 1, tickets));
        Raise raise = Ascent.of(card, new Reading("C1", Cards.fresh(5), Set.of()))
                .orElseThrow()
                .raises()
                .get(0);

        assertThat(raise.words().en()).isEqualTo("tickets: below 4 (now 5)");
    }

    @Test
    void texts_areToldByName() {
        Component sponsor = Cards.component(
                "sponsor", 1, new Scale.Values(Map.of("good", 100.0, "poor", 0.0, "fair", 55.0), OptionalDouble.of(0)));
        Scorecard card = Cards.card(0, List.of(), Cards.group("g", 1, sponsor));
        Raise raise = Ascent.of(card, new Reading("C1", List.of(Measurement.fresh(Value.of("poor"))), Set.of()))
                .orElseThrow()
                .raises()
                .get(0);

        assertThat(raise.words().ja()).isEqualTo("「sponsor」を「fair」にする（今 poor）");
        assertThat(raise.relation()).isEqualTo(Relation.IS);
    }

    @Test
    void everySuggestion_reachesTheLevelWhenItIsScored() {
        RandomAccounts accounts = new RandomAccounts(20261031);
        int tried = 0;
        for (int round = 0; round < 4000; round++) {
            Scorecard card = accounts.card();
            Reading reading = accounts.reading(card);
            Optional<Ascent> ascent = Ascent.of(card, reading);
            if (ascent.isPresent()) {
                for (Raise raise : ascent.get().raises()) {
                    tried++;
                    assertThat(raise.cost()).isPositive();
                    assertReaches(card, reading, ascent.get(), raise);
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
    }

    private static void assertReaches(Scorecard card, Reading reading, Ascent ascent, Raise raise) {
        Set<String> left = new HashSet<>(reading.overrides());
        ascent.inTheWay().forEach(fired -> left.remove(fired.name()));
        Health then = card.score(new Reading("C1", changed(card, reading, raise), left));
        boolean unsure =
                ascent.inTheWay().stream().anyMatch(fired -> fired.name().equals(LowConfidence.NAME));
        assertThat(unsure ? raise.health() : then.health().orElseThrow())
                .as("%s of %s", raise, ascent)
                .isGreaterThanOrEqualTo(ascent.from() - 1e-9);
    }

    private static List<Measurement> changed(Scorecard card, Reading reading, Raise raise) {
        int place = card.components().stream()
                .map(dev.kenshin.score.Component::name)
                .toList()
                .indexOf(raise.key());
        List<Measurement> measurements = new ArrayList<>(reading.measurements());
        Measurement now = measurements.get(place);
        double value = raise.value().orElse(0);
        measurements.set(
                place,
                new Measurement(
                        switch (raise.relation()) {
                            case IS -> Value.of(raise.word());
                            case BELOW -> Value.of(Math.nextDown(value));
                            case RANK -> now.value();
                            default -> Value.of(value);
                        },
                        now.dataAgeDays(),
                        raise.relation() == Relation.RANK ? raise.value() : now.percentile(),
                        now.lastKnown()));
        return measurements;
    }

    private static Ascent of(List<OverrideRule> rules, Set<String> fired, double... values) {
        Scorecard card = Cards.card(0, rules, Cards.group("g", 1, UTILISATION, OTHER));
        return Ascent.of(card, new Reading("C1", Cards.fresh(values), fired)).orElseThrow();
    }
}
