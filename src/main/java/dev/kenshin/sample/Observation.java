package dev.kenshin.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change at a customer that a CSM noticed.
 *
 * @param kind 担当者交代, 役員交代, 競合利用 or 定例なし
 * @param resolvedOn when it was over; empty while it lasts
 */
record Observation(Account account, LocalDate day, String kind, Optional<LocalDate> resolvedOn, String note)
        implements Fact {
    /** Not every decline is noticed. */
    private static final double NOTICED = 0.75;

    /** What was noticed at one customer in one month: the cause of a decline, or something harmless. */
    static List<Observation> in(Account account, Month month) {
        Dice dice = account.dice("observation", month.of());
        LocalDate day = WorkingDays.pick(month.of(), dice);
        if (month.is(Phase.DECLINING) && month.since() == 1 && dice.chance(NOTICED)) {
            Cause cause = account.life().cause();
            return List.of(new Observation(account, day, cause.observed(), recovery(account, day), cause.note()));
        }
        if (!month.is(Phase.DECLINING) && dice.chance(0.012)) {
            Optional<LocalDate> settled = Optional.of(day.plusDays(dice.between(14, 60)));
            return List.of(new Observation(account, day, "担当者交代", settled, "窓口が交代。引き継ぎは済んでいるとのこと"));
        }
        return List.of();
    }

    private static Optional<LocalDate> recovery(Account account, LocalDate day) {
        return account.life().told().stream()
                .filter(month ->
                        month.is(Phase.RECOVERING) && month.of().atDay(1).isAfter(day))
                .findFirst()
                .map(month -> month.of().atDay(15));
    }
}
