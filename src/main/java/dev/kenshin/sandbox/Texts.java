package dev.kenshin.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in cells of the company's files, and how services write it. */
final class Texts {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?|-?\\d+(\\.\\d+)?");

    private static final Pattern AMOUNT =
            Pattern.compile("(?<minus>[-△▲])?\\s*[¥]?(?<figure>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>万)?円?");
    private static final Pattern TIME =
            Pattern.compile("(?<hours>\\d+):(?<minutes>[0-5]\\d)|(?<whole>\\d+(?:\\.\\d+)?)時間|(?<only>\\d+)分");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    /** What happened nobody knows when, happened then. */
    static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

    private Texts() {}

    /** Never null; an absent value is an empty text. */
    static String of(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** Year, month and day in figures, by slashes or hyphens. */
    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** @param text for which {@link #isDate} holds */
    static LocalDate day(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        MatchResult date = matcher.toMatchResult();
        return LocalDate.of(
                Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
    }

    /** The first moment of a day in Tokyo, such as {@code 2026-10-04T15:00:00Z}. */
    static String startOf(String date) {
        return DateTimeFormatter.ISO_INSTANT.format(
                day(date).atStartOfDay(CompanyFiles.ZONE).withZoneSameInstant(ZoneOffset.UTC));
    }

    /** A day as services write it; what is none stays as it was written, and null stands for a blank. */
    static @Nullable Object dayOf(@Nullable Object value) {
        String text = of(value);
        return isDate(text) ? day(text) : text.isBlank() ? null : text;
    }

    /** An amount of money without its unit; empty for other texts. */
    static Optional<BigDecimal> amount(@Nullable Object value) {
        Matcher amount = AMOUNT.matcher(Normalizer.normalize(of(value), Normalizer.Form.NFKC));
        if (!amount.matches()) {
            return Optional.empty();
        }
        BigDecimal figure = new BigDecimal(amount.group("figure").replace(",", ""));
        BigDecimal whole = figure.multiply("万".equals(amount.group("unit")) ? TEN_THOUSAND : BigDecimal.ONE);
        return Optional.of(amount.group("minus") == null ? whole : whole.negate());
    }

    /** Hours, to two decimals, of a text such as {@code 2:30}, {@code 90分} or {@code 1.5時間}; empty for other texts. */
    static Optional<BigDecimal> hours(@Nullable Object value) {
        Matcher time = TIME.matcher(of(value).strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        BigDecimal hours = figure(time.group("hours")).add(figure(time.group("whole")));
        BigDecimal minutes = figure(time.group("minutes")).add(figure(time.group("only")));
        BigDecimal both = hours.add(minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
        return Optional.of(new BigDecimal(both.stripTrailingZeros().toPlainString()));
    }

    private static BigDecimal figure(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /**
     * When something last happened: the evening of the latest of some days that is not after {@code now}.
     *
     * @return {@link #SINCE} if there is none
     */
    static Instant lastEvening(Instant now, @Nullable Object... days) {
        return Stream.of(days)
                .map(Texts::of)
                .filter(Texts::isDate)
                .map(Texts::evening)
                .filter(evening -> !evening.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(SINCE);
    }

    /** The evening so many days before a day; {@link #SINCE} where that is after {@code now}, or the text is no day. */
    static Instant daysBefore(@Nullable Object date, int days, Instant now) {
        String text = of(date);
        Instant moment = isDate(text) ? evening(text).minus(Duration.ofDays(days)) : SINCE;
        return moment.isAfter(now) ? SINCE : moment;
    }

    /** Six o'clock in the evening of a day in Tokyo. */
    static Instant evening(String date) {
        return day(date).atTime(18, 0).atZone(CompanyFiles.ZONE).toInstant();
    }

    /** A login name that stays the same for the same person. */
    static String login(String name) {
        return String.format(Locale.ROOT, "u%08x", name.hashCode());
    }
}
