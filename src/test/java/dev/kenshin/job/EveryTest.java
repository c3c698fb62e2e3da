package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dates a backfill computes. */
class EveryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAY   | 2028-02-28 | 2028-03-01 | 2028-02-28 2028-02-29 2028-03-01",
                "WEEK  | 2026-10-30 | 2026-11-14 | 2026-10-30 2026-11-06 2026-11-13",
                "MONTH | 2025-10-31 | 2026-03-31 | 2025-10-31 2025-11-30 2025-12-31 2026-01-31 2026-02-28 2026-03-31",
                "MONTH | 2027-11-30 | 2028-03-30 | 2027-11-30 2027-12-31 2028-01-31 2028-02-29",
                "MONTH | 2028-02-29 | 2028-04-30 | 2028-02-29 2028-03-31 2028-04-30",
                "MONTH | 2026-01-30 | 2026-04-30 | 2026-01-30 2026-02-28 2026-03-30 2026-04-30",
                "MONTH | 2026-01-15 | 2026-03-14 | 2026-01-15 2026-02-15",
                "MONTH | 2026-10-31 | 2026-10-31 | 2026-10-31",
                "DAY   | 2026-10-31 | 2026-10-30 | ''",
            })
    void dates_keepToTheEndOfTheMonth(Every every, LocalDate from, LocalDate to, String dates) {
        assertThat(every.dates(from, to))
                .containsExactlyElementsOf(Stream.of(dates.split(" "))
                        .filter(date -> !date.isEmpty())
                        .map(LocalDate::parse)
                        .toList());
    }
}
