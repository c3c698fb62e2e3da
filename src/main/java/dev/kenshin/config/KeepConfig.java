package dev.kenshin.config;

import java.util.Optional;

/**
 * How much history stays when {@code kenshin prune} thins it out. Everything counts back from the newest snapshot, so that a
 * home that stood still, or a wrong clock, loses nothing.
 *
 * @param daily days, at least 1, of which every snapshot stays
 * @param weekly weeks of which the last snapshot stays; weeks end on Sunday
 * @param monthly months of which the last snapshot stays
 * @param yearly years of which the last snapshot stays
 * @param runs days of which the reports and logs of runs stay, at least 1
 */
public record KeepConfig(int daily, int weekly, int monthly, int yearly, int runs) {
    /** A bit more than the year that the longest comparison looks back; then three years of weeks, and all month ends. */
    public static final KeepConfig GENEROUS = new KeepConfig(400, 156, 1200, 100, 400);

    static KeepConfig of(Section keep) {
        return GENEROUS.with(
                keep.days("daily").stream().boxed().findFirst(),
                number(keep, "weekly"),
                number(keep, "monthly"),
                number(keep, "yearly"),
                keep.days("runs").stream().boxed().findFirst());
    }

    /** The same with some numbers replaced. */
    public KeepConfig with(
            Optional<Integer> days,
            Optional<Integer> weeks,
            Optional<Integer> months,
            Optional<Integer> years,
            Optional<Integer> daysOfRuns) {
        return new KeepConfig(
                days.orElse(daily),
                weeks.orElse(weekly),
                months.orElse(monthly),
                years.orElse(yearly),
                daysOfRuns.orElse(runs));
    }

    private static Optional<Integer> number(Section keep, String key) {
        return keep.number(key).stream().mapToObj(number -> (int) number).findFirst();
    }
}
