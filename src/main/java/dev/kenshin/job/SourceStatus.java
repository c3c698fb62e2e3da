package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How the data of a stream stands on the as-of date. */
enum SourceStatus {
    FRESH,
    STALE,
    UNAVAILABLE;

    private static final int HOURS_OF_A_DAY = 24;

    Text message() {
        return switch (this) {
            case FRESH -> new Text("最新です。", "Up to date.");
            case STALE -> new Text("データが古いままです。前回までのデータで計算しました。", "Old data was used; scores may lag behind.");
            case UNAVAILABLE -> new Text("データがありません。", "There is no data.");
        };
    }

    /** The status of a stream; what does not tell how far it reaches cannot be called fresh. */
    static SourceStatus of(LocalDate asOf, Optional<StreamDates.Reach> reach, Optional<Duration> freshness) {
        if (reach.isPresent() && reach.get().through().isEmpty()) {
            return STALE;
        }
        Optional<LocalDate> readOn = reach.map(StreamDates.Reach::readOn);
        return of(asOf, readOn, reach.flatMap(StreamDates.Reach::through), freshness);
    }

    /**
     * The status of what reaches to a date.
     *
     * @param readOn as-of date of the last night that read it completely
     * @param date of its newest data; empty where there are none
     */
    static SourceStatus of(
            LocalDate asOf, Optional<LocalDate> readOn, Optional<LocalDate> date, Optional<Duration> freshness) {
        if (date.isEmpty()) {
            return UNAVAILABLE;
        }
        boolean outage = readOn.isEmpty() || readOn.get().isBefore(asOf);
        long hours = ChronoUnit.DAYS.between(date.get(), asOf) * HOURS_OF_A_DAY;
        boolean tooOld = freshness.isPresent() && hours > freshness.get().toHours();
        return outage || tooOld ? STALE : FRESH;
    }

    static SourceStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
