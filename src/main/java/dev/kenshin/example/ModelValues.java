package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of canonical columns as an example writes them. */
record ModelValues(ExampleProblems problems) {

    /** The value in the Java type of its column; null, with a problem, where it is none. */
    @Nullable
    Object read(Yaml yaml, Column column) {
        if (!(yaml instanceof Yaml.Scalar scalar)) {
            problems.wrongShape(yaml.at(), column.name(), new Text("値を一つ書いてください。", "Write a single value."));
            return null;
        }
        if (scalar.value() == null) {
            return null;
        }
        Optional<Object> value = value(scalar.text().strip(), column.type());
        if (value.isEmpty()) {
            problems.unreadable(scalar.at(), column.name(), scalar.text(), like(column.type()));
        }
        return value.orElse(null);
    }

    private static Optional<Object> value(String text, ColumnType type) {
        return switch (type) {
            case TEXT -> Optional.of(text);
            case INTEGER -> Cell.number(text).flatMap(ModelValues::whole);
            case DECIMAL -> Cell.number(text).map(Cell.Figure::value);
            case DATE ->
                Cell.time(text)
                        .filter(time -> time.equals(time.toLocalDate().atStartOfDay()))
                        .map(time -> time.toLocalDate());
            case TIMESTAMP -> Cell.time(text).map(Object.class::cast);
            case BOOLEAN -> truth(text);
        };
    }

    private static Optional<Object> whole(Cell.Figure number) {
        BigDecimal value = number.value();
        return value.stripTrailingZeros().scale() <= 0 ? Optional.of(value.longValue()) : Optional.empty();
    }

    private static Optional<Object> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Text like(ColumnType type) {
        return Text.same(
                switch (type) {
                    case TEXT -> "text";
                    case INTEGER -> "12";
                    case DECIMAL -> "12.5";
                    case DATE -> LocalDate.of(2026, 10, 31).toString();
                    case TIMESTAMP -> "2026-10-31T09:00:00";
                    case BOOLEAN -> "true";
                });
    }
}
