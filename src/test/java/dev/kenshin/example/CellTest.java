package dev.kenshin.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void wholeNumber_mustBeMetExactly() {
        assertThat(Cell.matches(written("40"), 40.0)).isTrue();
        assertThat(Cell.matches(written("40"), 40.0000000001)).isTrue();
        assertThat(Cell.matches(written("40"), 40.001)).isFalse();
    }

    @Test
    void decimals_areMetAsFarAsTheyAreWritten() {
        assertThat(Cell.matches(written("0.33"), 1.0 / 3)).isTrue();
        assertThat(Cell.matches(written("33.3%"), 1.0 / 3)).isTrue();
        assertThat(Cell.matches(written("33%"), 1.0 / 3)).isFalse();
        assertThat(Cell.matches(written("0.34"), 1.0 / 3)).isFalse();
        assertThat(Cell.matches(written("12.5"), new BigDecimal("12.5000"))).isTrue();
    }

    @Test
    void unknown_isMetByUnknownOnly() {
        Yaml.Scalar unknown = new Yaml.Scalar("~", null, Location.file("a.spec.yaml"));
        assertThat(Cell.matches(unknown, null)).isTrue();
        assertThat(Cell.matches(unknown, 0.0)).isFalse();
        assertThat(Cell.matches(written("0"), null)).isFalse();
    }

    @Test
    void datesAndTimes_areComparedAsSuch() {
        assertThat(Cell.matches(written("2026-10-31"), LocalDate.of(2026, 10, 31)))
                .isTrue();
        assertThat(Cell.matches(written("2026-10-31 09:00"), LocalDateTime.of(2026, 10, 31, 9, 0)))
                .isTrue();
        assertThat(Cell.matches(written("2026-10-31T09:01"), LocalDateTime.of(2026, 10, 31, 9, 0)))
                .isFalse();
    }

    private static Yaml.Scalar written(String text) {
        return new Yaml.Scalar(text, text, Location.file("a.spec.yaml"));
    }
}
