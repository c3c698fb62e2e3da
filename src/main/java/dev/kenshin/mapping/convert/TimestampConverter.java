package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as LocalDateTime in {@code zone}: written with or without a time and an offset, as a workbook's day number, as
 * {@code yyyymmdd}, or as seconds or milliseconds since 1970. A day alone is its first moment.
 *
 * @param zone where moments with an offset are carried over to; moments without one are taken to be there
 */
record TimestampConverter(ZoneId zone, ExcelEpoch epoch) implements Converter {
    private static final int EARLIEST_YEAR = 1868;
    private static final int LATEST_YEAR = 9999;
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,13}(?:\\.[0-9]{1,20})?");
    /** Day numbers from 1954 to 2119: other small numbers are more likely years, or mistakes. */
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(20_000);

    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(80_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private static final Text NO_DATE = new Text("は日付として読めません。", "cannot be read as a date.");
    private static final Text SHORT_YEAR =
            new Text("は年が4桁でないため、どの年か決められません。", "has no four-digit year, so its year is uncertain.");
    private static final Text IMPOSSIBLE = new Text("はあり得ない日付・時刻です。", "is not a possible date or time.");
    private static final Text FIX = new Text(
            "「2026-04-01」「2026/4/1」「2026年4月1日」「令和8年4月1日」「R8.4.1」、時刻は「2026-04-01 10:30」の形で書いてください。",
            "Write it as 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日 or R8.4.1, with a time as 2026-04-01 10:30.");

    @Override
    public Conversion convert(@Nullable Object raw) {
        if (raw instanceof LocalDateTime) {
            return new Converted(raw);
        }
        String words = Words.of(raw);
        if (Words.isNothing(words)) {
            return Conversion.UNKNOWN;
        }
        try {
            return within(words, read(words));
        } catch (DateTimeException impossible) {
            return Failed.of("KEN-P45", words, IMPOSSIBLE, FIX);
        }
    }

    private Conversion within(String words, @Nullable LocalDateTime moment) {
        if (moment == null) {
            return WrittenDate.hasShortYear(words)
                    ? Failed.of("KEN-P46", words, SHORT_YEAR, FIX)
                    : Failed.of("KEN-P44", words, NO_DATE, FIX);
        }
        return moment.getYear() < EARLIEST_YEAR || moment.getYear() > LATEST_YEAR
                ? Failed.of("KEN-P45", words, IMPOSSIBLE, FIX)
                : new Converted(moment);
    }

    private @Nullable LocalDateTime read(String words) {
        return FIGURE.matcher(words).matches() ? counted(new BigDecimal(words)) : WrittenDate.read(words, zone);
    }

    /** What a bare number means, told by its size; null where it could mean anything. */
    private @Nullable LocalDateTime counted(BigDecimal figure) {
        if (figure.compareTo(FIRST_SERIAL) >= 0 && figure.compareTo(LAST_SERIAL) < 0) {
            return epoch.at(figure);
        }
        return switch (figure.precision() - figure.scale()) {
            case 8 -> figure.scale() == 0 ? compact(figure.intValueExact()) : null;
            case 10 -> moment(figure.multiply(THOUSAND));
            case 13 -> moment(figure);
            default -> null;
        };
    }

    private LocalDateTime moment(BigDecimal milliseconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds.longValue()), zone);
    }

    private static LocalDateTime compact(int figure) {
        return LocalDate.of(figure / 10_000, figure / 100 % 100, figure % 100).atStartOfDay();
    }
}
