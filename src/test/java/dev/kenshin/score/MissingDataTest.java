package dev.kenshin.score;

import static dev.kenshin.score.Cards.EXCLUDE;
import static dev.kenshin.score.Cards.IDENTITY;
import static dev.kenshin.score.Cards.component;
import static dev.kenshin.score.Cards.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.score.Measurement.LastKnown;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts where a value is unknown or too old. */
class MissingDataTest {

    /** {@code login_rate} follows the policy and stales after 3 days; {@code anchor} is always 80; equal weights. */
    private static Health score(Missing missing, Measurement measurement) {
        Scorecard card = Cards.card(
                0,
                List.of(),
                group(
                        "usage",
                        1,
                        component("login_rate", 1, IDENTITY, missing, OptionalInt.of(3)),
                        component("anchor", 1, IDENTITY)));
        return card.score(new Reading("C0001", List.of(measurement, Measurement.fresh(Value.of(80))), Set.of()));
    }

    private static Measurement measured(Value value, int ageDays) {
        return new Measurement(value, OptionalInt.of(ageDays), Optional.empty());
    }

    private static void assertScored(Health health, String status, double expected, double coverage) {
        assertThat(health.components().get(0).status().word()).isEqualTo(status);
        assertThat(health.health().orElseThrow()).isCloseTo(expected, within(1e-9));
        assertThat(health.coverage()).isCloseTo(coverage, within(1e-9));
    }

    @Test
    void exclude_scoresTheRest() {
        assertScored(score(EXCLUDE, Measurement.fresh(Value.UNKNOWN)), "missing-excluded", 80, 0.5);
    }

    @Test
    void neutral_countsAsFiftyButNotAsCovered() {
        Missing neutral = new Missing.Neutral();
        assertScored(score(neutral, Measurement.fresh(Value.UNKNOWN)), "missing-neutral", 65, 0.5);
        assertScored(score(neutral, measured(Value.of(100), 4)), "stale-neutral", 65, 0.5);
    }

    @Test
    void worst_countsAsZeroButNotAsCovered() {
        Missing worst = new Missing.Worst();
        assertScored(score(worst, Measurement.fresh(Value.UNKNOWN)), "missing-worst", 40, 0.5);
        assertScored(score(worst, measured(Value.of(100), 4)), "stale-worst", 40, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"0, present, 90, 1", "3, present, 90, 1", "4, stale-excluded, 80, 0.5"})
    void data_goStaleOnlyAfterTheLimit(int ageDays, String status, double expected, double coverage) {
        assertScored(score(EXCLUDE, measured(Value.of(100), ageDays)), status, expected, coverage);
    }

    @Test
    void dataWithoutAge_neverGoStale() {
        Measurement ageless = new Measurement(Value.of(100), OptionalInt.empty(), Optional.empty());
        assertScored(score(EXCLUDE, ageless), "present", 90, 1);
    }

    @Test
    void dataThatAreNotThere_areMissing_thoughNoLimitIsSet() {
        Scorecard card = Cards.card(
                0,
                List.of(),
                group("usage", 1, component("login_rate", 1, IDENTITY), component("anchor", 1, IDENTITY)));
        Reading reading = new Reading(
                "C0001",
                List.of(measured(Value.of(0), Measurement.NO_DATA), Measurement.fresh(Value.of(80))),
                Set.of());

        Health health = card.score(reading);

        assertScored(health, "stale-excluded", 80, 0.5);
        assertThat(health.confidence()).isCloseTo(0.5, within(1e-9));
        assertThat(health.components().get(0).dataAgeDays()).isEmpty();
    }

    @Test
    void unknownValueOfOldData_isMissingRatherThanStale() {
        assertScored(score(EXCLUDE, measured(Value.UNKNOWN, 99)), "missing-excluded", 80, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"14, last-known, 50", "15, missing-excluded, 80"})
    void lastKnown_countsUpToItsLimit(int ageDays, String status, double expected) {
        Measurement missing =
                new Measurement(Value.UNKNOWN, OptionalInt.of(0), Optional.of(new LastKnown(20, ageDays)));
        assertScored(score(new Missing.LastKnown(14), missing), status, expected, 0.5);
    }

    @Test
    void lastKnown_standsInForStaleDataToo() {
        Measurement stale = new Measurement(Value.of(100), OptionalInt.of(9), Optional.of(new LastKnown(20, 6)));
        assertScored(score(new Missing.LastKnown(14), stale), "stale-last-known", 50, 0.5);
    }

    @Test
    void lastKnownThatNeverWas_isExcluded() {
        assertScored(score(new Missing.LastKnown(14), Measurement.fresh(Value.UNKNOWN)), "missing-excluded", 80, 0.5);
    }
}
