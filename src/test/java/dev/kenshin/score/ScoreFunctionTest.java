package dev.kenshin.score;

import static dev.kenshin.score.Cards.bands;
import static dev.kenshin.score.Cards.curve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig.Scale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreFunctionTest {

    private static double score(Scale scale, Value value) {
        return ScoreFunction.of(scale).score(Measurement.fresh(value));
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "0, 10", "1, 20", "2, 30", "2.5, 40", "4, 70", "5, 70"})
    void curve_isLinearBetweenKnotsAndFlatBeyond(double x, double expected) {
        assertThat(score(curve(0, 10, 2, 30, 4, 70), Value.of(x))).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-1, 20", "0, 20", "4.999, 20", "5, 60", "9.999, 60", "10, 100", "99, 100"})
    void band_beginsAtItsValue(double x, double expected) {
        assertThat(score(bands(0, 20, 5, 60, 10, 100), Value.of(x))).isEqualTo(expected);
    }

    @Test
    void wordOutsideTheMap_getsOtherwiseOrNothing() {
        Map<String, Double> scores = Map.of("good", 100.0, "poor", 0.0);
        Scale closed = new Scale.Values(scores, OptionalDouble.empty());
        Scale open = new Scale.Values(scores, OptionalDouble.of(50));
        assertThat(score(closed, Value.of("good"))).isEqualTo(100);
        assertThat(score(closed, Value.of("fair"))).isNaN();
        assertThat(score(open, Value.of("fair"))).isEqualTo(50);
        assertThat(score(open, Value.UNKNOWN)).isNaN();
    }

    @Test
    void valueOfTheOtherKind_isUnknown() {
        assertThat(score(curve(0, 0), Value.of("good"))).isNaN();
        assertThat(score(bands(0, 0), Value.of("good"))).isNaN();
        assertThat(score(new Scale.Values(Map.of("1", 10.0), OptionalDouble.of(5)), Value.of(1)))
                .isNaN();
    }

    @Test
    void rate_isScoredByItsQuotient() {
        assertThat(score(curve(0, 0, 1, 100), Value.of(12, 40))).isCloseTo(30, within(1e-9));
        assertThat(score(curve(0, 0, 1, 100), Value.of(12, 0))).isNaN();
        assertThat(score(curve(0, 0, 1, 100), Value.of(12, Double.NaN))).isNaN();
        assertThat(score(curve(0, 0, 1, 100), Value.of(Double.NaN, 40))).isNaN();
        assertThat(score(curve(0, 0, 1, 100), Value.of(12, Double.POSITIVE_INFINITY)))
                .isNaN();
    }

    @Test
    void percentile_isTheRankThatWasMeasured() {
        Scale percentile = new Scale.Percentile(Optional.empty(), true, 5);
        Measurement ranked = new Measurement(Value.of(7), OptionalInt.of(0), OptionalDouble.of(62.5), Optional.empty());
        assertThat(ScoreFunction.of(percentile).score(ranked)).isEqualTo(62.5);
        assertThat(score(percentile, Value.of(7))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberThatIsNone_isUnknown(double number) {
        assertThat(score(curve(0, 0, 1, 100), Value.of(number))).isNaN();
    }

    @Test
    void scaleWithoutKnots_isABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreFunction.of(curve()));
    }

    @Test
    void risingScale_neverLowersTheScoreWhenTheMetricImproves() {
        Random random = new Random(20261031);
        for (int round = 0; round < 500; round++) {
            double[] knots = risingKnots(random);
            double[] values = DoubleStream.generate(() -> random.nextDouble() * 14 - 2)
                    .limit(50)
                    .sorted()
                    .toArray();
            assertRises(curve(knots), values);
            assertRises(bands(knots), values);
        }
    }

    private static void assertRises(Scale scale, double[] values) {
        double[] scores =
                DoubleStream.of(values).map(x -> score(scale, Value.of(x))).toArray();
        for (int i = 1; i < scores.length; i++) {
            assertThat(scores[i]).isGreaterThanOrEqualTo(scores[i - 1] - 1e-9).isBetween(-1e-9, 100 + 1e-9);
        }
    }

    private static double[] risingKnots(Random random) {
        int count = 1 + random.nextInt(6);
        double[] from = random.doubles(count, 0, 10).sorted().toArray();
        double[] scores = random.doubles(count, 0, 100).sorted().toArray();
        double[] pairs = new double[2 * count];
        for (int i = 0; i < count; i++) {
            pairs[2 * i] = from[i];
            pairs[2 * i + 1] = scores[i];
        }
        return pairs;
    }
}
