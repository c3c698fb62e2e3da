package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** By when something must have landed to be known, in the time of the warehouse, which is UTC. */
class KnownAtTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate NIGHT = LocalDate.of(2028, 2, 28);

    @Test
    void now_asksForNoMoment() {
        assertThat(new KnownAt.Now().moment(NIGHT, TOKYO)).isEmpty();
    }

    @Test
    void time_isTheSameForAllDates() {
        Instant time = Instant.parse("2026-10-31T18:00:00Z");
        assertThat(new KnownAt.Time(time).moment(NIGHT, TOKYO)).contains(LocalDateTime.of(2026, 10, 31, 18, 0));
    }

    @Test
    void eachNight_endsWithTheDayAfter_alsoInALeapYear() {
        assertThat(new KnownAt.EachNight().moment(NIGHT, TOKYO))
                .contains(LocalDateTime.of(2028, 2, 29, 14, 59, 59, 999_999_000));
        assertThat(new KnownAt.EachNight().moment(NIGHT, ZoneId.of("America/New_York")))
                .contains(LocalDateTime.of(2028, 3, 1, 4, 59, 59, 999_999_000));
    }
}
