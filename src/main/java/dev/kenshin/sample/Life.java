package dev.kenshin.sample;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A customer's hidden life, from the first contract to the cancellation, if there is one. All that the sample's systems
 * show follows from it.
 *
 * @param start the contract begins on the first day of this month
 * @param end the contract is cancelled on the last day of this month
 * @param slow whether the introduction goes badly
 * @param told the months in which something may change; before them everything is as in the first
 */
record Life(YearMonth start, Optional<YearMonth> end, Cause cause, boolean slow, List<Month> told) {
    /** Stories are told from here on, some months before the first day of the shipped company. */
    private static final YearMonth OPENING = YearMonth.of(2025, 6);

    /** The last month in which newcomers sign. */
    private static final int LAST_NEWCOMER = 16;

    static Life of(Dice dice) {
        boolean newcomer = dice.chance(0.3);
        boolean slow = newcomer && dice.chance(0.25);
        YearMonth signed = newcomer
                ? OPENING.plusMonths(dice.between(0, LAST_NEWCOMER))
                : OPENING.minusMonths(dice.between(4, 48));
        LifeSimulation simulation = new LifeSimulation(dice, signed, newcomer, slow);
        List<Month> months = simulation.from(newcomer ? signed : OPENING);
        Optional<YearMonth> end =
                simulation.left() ? Optional.of(months.get(months.size() - 1).of()) : Optional.empty();
        YearMonth start = newcomer || end.isEmpty() ? signed : aYearlyTermBefore(end.get(), dice);
        return new Life(start, end, Cause.of(dice), slow, List.copyOf(months));
    }

    /** A start from which a whole number of years leads to the end, so that the contract is not renewed. */
    private static YearMonth aYearlyTermBefore(YearMonth end, Dice dice) {
        YearMonth next = end.plusMonths(1);
        long years = ChronoUnit.YEARS.between(OPENING.minusMonths(4), next) + 1 + dice.between(0, 2);
        return next.minusYears(years);
    }

    LocalDate startsOn() {
        return start.atDay(1);
    }

    Optional<LocalDate> endsOn() {
        return end.map(YearMonth::atEndOfMonth);
    }

    /** What a month is like; empty before the contract begins and after it ended. */
    Optional<Month> in(YearMonth month) {
        if (month.isBefore(start) || end.filter(month::isAfter).isPresent()) {
            return Optional.empty();
        }
        long at = ChronoUnit.MONTHS.between(told.get(0).of(), month);
        Month nearest = told.get((int) Math.max(0, Math.min(at, told.size() - 1L)));
        int age = (int) ChronoUnit.MONTHS.between(start, month);
        return Optional.of(new Month(month, nearest.phase(), nearest.since(), age, nearest.vigor()));
    }

    /** The months from the first contract up to {@code last}, as long as the customer stays. */
    List<Month> until(YearMonth last) {
        YearMonth to = end.filter(last::isAfter).orElse(last);
        return start.isAfter(to)
                ? List.of()
                : start.atDay(1)
                        .datesUntil(to.atEndOfMonth(), Period.ofMonths(1))
                        .flatMap(day -> in(YearMonth.from(day)).stream())
                        .toList();
    }
}
