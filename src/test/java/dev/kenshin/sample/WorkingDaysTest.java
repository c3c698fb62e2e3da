package dev.kenshin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-12",
                "2026-03-20",
                "2026-05-06",
                "2026-09-21",
                "2026-09-22",
                "2026-09-23",
                "2025-11-24",
                "2025-12-30",
                "2026-08-13",
                "2026-10-31"
            })
    void holidaysSubstitutesAndObon_areNoWorkingDays(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05", "2026-05-07", "2026-09-24", "2026-10-30", "2026-08-17"})
    void ordinaryWeekdays_areWorkingDays(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isTrue();
    }
}
