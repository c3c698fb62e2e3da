package dev.kenshin.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** The rhythm of work in Japan: weekends, national holidays, the turn of the year, Obon. */
final class WorkingDays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(2, 11),
            MonthDay.of(2, 23),
            MonthDay.of(4, 29),
            MonthDay.of(5, 3),
            MonthDay.of(5, 4),
            MonthDay.of(5, 5),
            MonthDay.of(8, 11),
            MonthDay.of(11, 3),
            MonthDay.of(11, 23));

    private WorkingDays() {}

    /** How much is worked on a day, 1 on an ordinary one. */
    static double rhythm(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SUNDAY -> 0.04;
            case SATURDAY -> 0.14;
            case MONDAY -> onWeekday(day, 1.08);
            case FRIDAY -> onWeekday(day, 0.92);
            default -> onWeekday(day, 1);
        };
    }

    private static double onWeekday(LocalDate day, double usual) {
        if (isHoliday(day) || isTurnOfTheYear(day)) {
            return 0.06;
        }
        return isObon(day) ? 0.35 : usual;
    }

    static boolean isWorkingDay(LocalDate day) {
        return rhythm(day) > 0.5;
    }

    /** Some working day of the month. */
    static LocalDate pick(YearMonth month, Dice dice) {
        LocalDate day = month.atDay(dice.between(1, month.lengthOfMonth()));
        return isWorkingDay(day) ? day : pick(month, dice);
    }

    /** A national holiday, its substitute, or the day between two of them. */
    private static boolean isHoliday(LocalDate day) {
        return isNational(day) || isSubstitute(day) || (isNational(day.minusDays(1)) && isNational(day.plusDays(1)));
    }

    private static boolean isNational(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isHappyMonday(day) || isEquinox(day);
    }

    /** A holiday on a Sunday is made up for on the next day that is not one. */
    private static boolean isSubstitute(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (isNational(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    private static boolean isHappyMonday(LocalDate day) {
        int week =
                switch (day.getMonth()) {
                    case JANUARY, OCTOBER -> 2;
                    case JULY, SEPTEMBER -> 3;
                    default -> 0;
                };
        return week > 0 && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(week, DayOfWeek.MONDAY)));
    }

    /** The usual approximation of the equinoxes, right for 1980 to 2099. */
    private static boolean isEquinox(LocalDate day) {
        double drift = 0.242194 * (day.getYear() - 1980) - Math.floorDiv(day.getYear() - 1980, 4);
        return switch (day.getMonth()) {
            case MARCH -> day.getDayOfMonth() == (int) (20.8431 + drift);
            case SEPTEMBER -> day.getDayOfMonth() == (int) (23.2488 + drift);
            default -> false;
        };
    }

    private static boolean isTurnOfTheYear(LocalDate day) {
        return !MonthDay.from(day).isBefore(MonthDay.of(12, 29))
                || !MonthDay.from(day).isAfter(MonthDay.of(1, 3));
    }

    private static boolean isObon(LocalDate day) {
        return !MonthDay.from(day).isBefore(MonthDay.of(8, 12))
                && !MonthDay.from(day).isAfter(MonthDay.of(8, 16));
    }
}
