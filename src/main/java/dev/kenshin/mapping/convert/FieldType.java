package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.model.ColumnType;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types a mapping may name, each with the column type it yields and its converter. */
public enum FieldType {
    /** Unicode NFKC, trimmed, without control characters. */
    TEXT(ColumnType.TEXT),
    /** Text with single spaces; see {@link CompanyName} for how names are compared. */
    COMPANY_NAME(ColumnType.TEXT),
    /** A whole number; fractions are refused. */
    INTEGER(ColumnType.INTEGER),
    /** Four decimals; {@code 30%} is 0.3. */
    DECIMAL(ColumnType.DECIMAL),
    /** A day; moments with an offset become the day in the job's time zone. */
    DATE(ColumnType.DATE),
    /** As {@link #DATE}, for workbooks whose day numbers start in 1904. */
    DATE_1904(ColumnType.DATE),
    /** A moment in the job's time zone. */
    TIMESTAMP(ColumnType.TIMESTAMP),
    /** As {@link #TIMESTAMP}, for workbooks whose day numbers start in 1904. */
    TIMESTAMP_1904(ColumnType.TIMESTAMP),
    BOOLEAN(ColumnType.BOOLEAN),
    /** A length of time in hours. */
    DURATION_HOURS(ColumnType.DECIMAL),
    /** A length of time in minutes. */
    DURATION_MINUTES(ColumnType.DECIMAL),
    /** A length of time in seconds. */
    DURATION_SECONDS(ColumnType.DECIMAL),
    /** A lower-cased address. */
    EMAIL(ColumnType.TEXT),
    /** The domain of an address, or a domain; unknown for free mail. */
    EMAIL_DOMAIN(ColumnType.TEXT);

    private final ColumnType columnType;

    FieldType(ColumnType columnType) {
        this.columnType = columnType;
    }

    /** The type as configuration writes it: {@code company_name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ColumnType columnType() {
        return columnType;
    }

    /** Whether values can be compared with the bounds of a range. */
    public boolean numeric() {
        return columnType == ColumnType.INTEGER || columnType == ColumnType.DECIMAL;
    }

    /** The type that configuration calls {@code word}. */
    public static Optional<FieldType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** The type of a column for which none is configured. */
    public static FieldType of(ColumnType columnType) {
        return valueOf(columnType.name());
    }

    /** Every word that configuration may write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FieldType::word).toList();
    }

    /** The converter; {@code zone} is the time zone that moments are kept in. */
    public Converter converter(ZoneId zone) {
        return switch (this) {
            case TEXT -> FieldType::text;
            case COMPANY_NAME -> FieldType::companyName;
            case INTEGER -> NumberConverter::integer;
            case DECIMAL -> NumberConverter::decimal;
            case DATE -> new DateConverter(new TimestampConverter(zone, ExcelEpoch.OF_1900));
            case DATE_1904 -> new DateConverter(new TimestampConverter(zone, ExcelEpoch.OF_1904));
            case TIMESTAMP -> new TimestampConverter(zone, ExcelEpoch.OF_1900);
            case TIMESTAMP_1904 -> new TimestampConverter(zone, ExcelEpoch.OF_1904);
            case BOOLEAN -> BooleanConverter::convert;
            case DURATION_HOURS -> new DurationConverter(ChronoUnit.HOURS);
            case DURATION_MINUTES -> new DurationConverter(ChronoUnit.MINUTES);
            case DURATION_SECONDS -> new DurationConverter(ChronoUnit.SECONDS);
            case EMAIL -> EmailConverter::address;
            case EMAIL_DOMAIN -> EmailConverter::domain;
        };
    }

    private static Conversion text(@Nullable Object raw) {
        String words = Words.of(raw);
        return words.isEmpty() ? Conversion.UNKNOWN : new Converted(words);
    }

    private static Conversion companyName(@Nullable Object raw) {
        String name = CompanyName.display(Words.of(raw));
        return name.isEmpty() ? Conversion.UNKNOWN : new Converted(name);
    }
}
