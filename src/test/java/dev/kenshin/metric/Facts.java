package dev.kenshin.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All that is known of one account, and the date as of which it is looked at. */
record Facts(Row account, Map<String, List<Row>> tables, LocalDate asOf) {

    /** The rows of a table, without those dated after the as-of date. */
    List<Row> rows(String table) {
        Optional<String> time = Shipped.table(table).time();
        return tables.getOrDefault(table, List.of()).stream()
                .filter(row -> time.flatMap(row::date)
                        .filter(date -> date.isAfter(asOf))
                        .isEmpty())
                .toList();
    }

    /** Rows whose date in the column lies on one of so many days, the last of which is the as-of date. */
    List<Row> window(String table, String column, int days) {
        return rows(table).stream()
                .filter(row -> row.date(column)
                        .filter(date -> !date.isAfter(asOf) && date.isAfter(asOf.minusDays(days)))
                        .isPresent())
                .toList();
    }

    Facts before(int days) {
        return new Facts(account, tables, asOf.minusDays(days));
    }

    boolean isPast(Optional<LocalDate> date) {
        return date.filter(day -> !day.isAfter(asOf)).isPresent();
    }

    /** No date at all, or one after the as-of date. */
    boolean isAhead(Optional<LocalDate> date) {
        return !isPast(date);
    }

    static List<Row> where(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).toList();
    }

    static double distinct(List<Row> rows, String column) {
        return rows.stream()
                .flatMap(row -> row.text(column).stream())
                .distinct()
                .count();
    }

    /** Unknown where there are rows but none has a value. */
    static Optional<Double> sum(List<Row> rows, String column) {
        return rows.stream().flatMap(row -> row.number(column).stream()).reduce(Double::sum);
    }

    static Optional<Double> sumOrZero(List<Row> rows, String column) {
        return rows.isEmpty() ? Optional.of(0.0) : sum(rows, column);
    }

    static Optional<Double> mean(List<Double> numbers) {
        return numbers.stream().reduce(Double::sum).map(sum -> sum / numbers.size());
    }

    Optional<Double> daysSinceLast(List<Row> rows, String column) {
        return rows.stream()
                .flatMap(row -> row.date(column).stream())
                .max(Comparator.naturalOrder())
                .map(this::daysSince);
    }

    double daysSince(LocalDate date) {
        return ChronoUnit.DAYS.between(date, asOf);
    }

    static Optional<Double> ratio(Optional<Double> part, Optional<Double> whole) {
        return part.flatMap(p -> whole.filter(w -> w != 0).map(w -> p / w));
    }
}
