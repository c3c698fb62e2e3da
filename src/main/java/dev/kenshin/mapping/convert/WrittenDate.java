package dev.kenshin.mapping.convert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in writing: {@code 2026-04-01T10:30+09:00}, {@code 2026/4/1(水)}, {@code 令和8年4月1日 午後3時}, {@code R8.4.1}. */
final class WrittenDate {
    private static final int LONGEST = 60;
    private static final String ERA = "(?<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr])\\s?";
    private static final String DAY = "(?:年\\s?(?<month>[0-9]{1,2})月\\s?(?<day>[0-9]{1,2})日"
            + "|(?<mark>[-/.])\\s?(?<marked>[0-9]{1,2})\\k<mark>\\s?(?<last>[0-9]{1,2}))";
    private static final String WEEKDAY = "(?:\\s?\\(?(?<weekday>[月火水木金土日])(?:曜日?)?\\)?)?";
    private static final String TIME = "(?:(?:[Tt\\s]\\s?|(?<=[日)]))(?<half>午前|午後)?\\s?(?<hour>[0-9]{1,2})"
            + "(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?"
            + "|時(?:(?<minutes>[0-9]{1,2})分(?:(?<seconds>[0-9]{1,2})秒)?)?)"
            + "(?:\\s?(?<zone>[Zz]|UTC|GMT|JST|[+-][0-9]{2}(?::?[0-9]{2})?))?)?";
    private static final Pattern WRITTEN =
            Pattern.compile("(?:" + ERA + "(?<regnal>元|[0-9]{1,2})|(?<year>[0-9]{4}))\\s?" + DAY + WEEKDAY + TIME);
    private static final Pattern SHORT_YEAR = Pattern.compile("'?[0-9]{1,2}\\s?" + DAY + ".*");

    private WrittenDate() {}

    /**
     * The moment, carried over to {@code zone} if it has an offset; null if the text is no date.
     *
     * @throws java.time.DateTimeException if it is written like a date, but there is no such day, hour or era
     */
    static @Nullable LocalDateTime read(String words, ZoneId zone) {
        if (isoDay(words)) {
            return day(number(words, 0, 4), number(words, 5, 7), number(words, 8, 10));
        }
        Matcher written = WRITTEN.matcher(words);
        return words.length() <= LONGEST && written.matches() ? moment(written, zone) : null;
    }

    /** Whether the text would be a date if its year had four digits. */
    static boolean hasShortYear(String words) {
        return words.length() <= LONGEST && SHORT_YEAR.matcher(words).matches();
    }

    private static LocalDateTime moment(Matcher written, ZoneId zone) {
        LocalDateTime local = date(written).atTime(time(written));
        String offset = written.group("zone");
        return offset == null
                ? local
                : local.atOffset(offset(offset)).atZoneSameInstant(zone).toLocalDateTime();
    }

    private static LocalDate date(Matcher written) {
        int month = either(written, "month", "marked");
        int day = either(written, "day", "last");
        LocalDate date = written.group("year") == null
                ? LocalDate.from(JapaneseDate.of(era(written.group("era")), regnal(written), month, day))
                : LocalDate.of(Integer.parseInt(written.group("year")), month, day);
        return sameWeekday(date, written.group("weekday"));
    }

    private static LocalDate sameWeekday(LocalDate date, @Nullable String weekday) {
        if (weekday != null
                && "月火水木金土日".indexOf(weekday) + 1 != date.getDayOfWeek().getValue()) {
            throw new DateTimeException(date + " is no " + weekday);
        }
        return date;
    }

    private static int regnal(Matcher written) {
        String year = written.group("regnal");
        return year.equals("元") ? 1 : Integer.parseInt(year);
    }

    private static JapaneseEra era(String name) {
        return switch (name.charAt(0)) {
            case '明', 'M', 'm' -> JapaneseEra.MEIJI;
            case '大', 'T', 't' -> JapaneseEra.TAISHO;
            case '昭', 'S', 's' -> JapaneseEra.SHOWA;
            case '平', 'H', 'h' -> JapaneseEra.HEISEI;
            default -> JapaneseEra.REIWA;
        };
    }

    private static LocalTime time(Matcher written) {
        if (written.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int nanos = written.group("fraction") == null
                ? 0
                : Integer.parseInt((written.group("fraction") + "00000000").substring(0, 9));
        return LocalTime.of(
                hour(written), either(written, "minute", "minutes"), either(written, "second", "seconds"), nanos);
    }

    private static int hour(Matcher written) {
        int hour = Integer.parseInt(written.group("hour"));
        String half = written.group("half");
        if (half == null) {
            return hour;
        }
        if (hour > 12) {
            throw new DateTimeException("no such hour: " + half + hour);
        }
        return hour % 12 + (half.equals("午後") ? 12 : 0);
    }

    private static ZoneOffset offset(String written) {
        return switch (written) {
            case "Z", "z", "UTC", "GMT" -> ZoneOffset.UTC;
            case "JST" -> ZoneOffset.ofHours(9);
            default -> ZoneOffset.of(written);
        };
    }

    private static int either(Matcher written, String one, String other) {
        String digits = written.group(one) == null ? written.group(other) : written.group(one);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static boolean isoDay(String words) {
        if (words.length() != 10 || words.charAt(4) != '-' || words.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (words.charAt(i) < '0' || words.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay();
    }

    private static int number(String words, int from, int to) {
        return Integer.parseInt(words, from, to, 10);
    }
}
