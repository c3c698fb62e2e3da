package dev.kenshin.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.KeepConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 11, 4); // a Wednesday
    private static final KeepConfig SPARING = new KeepConfig(3, 3, 4, 3, 1);

    @Test
    void lastDatesOfWeeksMonthsAndYears_stay() {
        assertThat(kept(SPARING, NEWEST))
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2024-12-31",
                        "2025-12-31",
                        "2026-08-31",
                        "2026-09-30",
                        "2026-10-25",
                        "2026-10-31",
                        "2026-11-01",
                        "2026-11-02",
                        "2026-11-03",
                        "2026-11-04");
    }

    @Test
    void whatStayed_staysWhenAskedAgain() {
        NavigableSet<LocalDate> kept = kept(SPARING, NEWEST);
        assertThat(new Retention(SPARING, NEWEST).kept(kept)).isEqualTo(kept);
    }

    @Test
    void thinningOutEveryNight_keepsWhatThinningOutOnceKeeps() {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        for (LocalDate night : days(NEWEST)) {
            dates.add(night);
            dates = new Retention(SPARING, night).kept(dates);
        }
        assertThat(dates).isEqualTo(kept(SPARING, NEWEST));
    }

    @Test
    void defaults_keepAllOfAYearAndEveryMonthEnd() {
        NavigableSet<LocalDate> kept = kept(KeepConfig.GENEROUS, NEWEST);
        assertThat(kept)
                .containsAll(days(NEWEST)
                        .subList(days(NEWEST).size() - 400, days(NEWEST).size()));
        assertThat(kept).contains(LocalDate.of(2024, 6, 30));
    }

    @Test
    void missedNights_leaveTheNearestBefore() {
        List<LocalDate> dates = List.of(LocalDate.of(2026, 8, 12), LocalDate.of(2026, 8, 20), NEWEST);
        assertThat(new Retention(SPARING, NEWEST).kept(dates)).containsExactly(LocalDate.of(2026, 8, 20), NEWEST);
    }

    @Test
    void comparisonsOfTheNextNight_areKnownToBeLost() {
        NavigableSet<LocalDate> dates = new TreeSet<>(days(NEWEST));
        NavigableSet<LocalDate> kept = kept(SPARING, NEWEST);
        assertThat(Windows.references(dates, NEWEST))
                .extracting(LocalDate::toString)
                .containsExactly("2026-11-03", "2026-10-28", "2026-10-05", "2026-08-06", "2025-11-04");
        assertThat(Windows.lost(dates, kept))
                .extracting(Object::toString)
                .containsExactly(
                        "Lost[days=7, before=2026-10-29, after=Optional.empty]",
                        "Lost[days=30, before=2026-10-06, after=Optional.empty]",
                        "Lost[days=90, before=2026-08-07, after=Optional.empty]",
                        "Lost[days=365, before=2025-11-05, after=Optional.empty]");
        assertThat(Windows.lostOfTrend(dates, kept)).isEqualTo(81);
    }

    private static NavigableSet<LocalDate> kept(KeepConfig keep, LocalDate newest) {
        return new Retention(keep, newest).kept(days(newest));
    }

    private static List<LocalDate> days(LocalDate newest) {
        return LocalDate.of(2024, 6, 1).datesUntil(newest.plusDays(1)).toList();
    }
}
