package dev.kenshin.mapping;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.mapping.convert.Converter;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the converter of one configured field: type, translation and range, one around the other. */
final class FieldCompiler {
    private final ZoneId zone;
    private final Problems problems;

    FieldCompiler(ZoneId zone, Problems problems) {
        this.zone = zone;
        this.problems = problems;
    }

    /** The converter from the field's raw values to the column's; empty if the field is wrong, which is then reported. */
    Optional<Converter> compile(FieldConfig field, Column column) {
        return type(field, FieldType.of(column.type()))
                .filter(type -> fits(field, type, column))
                .map(type -> compile(field, type, column.type()));
    }

    /** The configured type, or {@code absent}; empty if there is no such type, which is then reported. */
    Optional<FieldType> type(FieldConfig field, FieldType absent) {
        if (field.type().isEmpty()) {
            return Optional.of(absent);
        }
        String word = field.type().get();
        Optional<FieldType> type = FieldType.named(word);
        if (type.isEmpty()) {
            error(
                    "KEN-P02",
                    field,
                    new Text("型「" + word + "」はありません。", "There is no type '" + word + "'."),
                    Suggestion.among(word, FieldType.words()));
        }
        return type;
    }

    private boolean fits(FieldConfig field, FieldType type, Column column) {
        boolean widens = type == FieldType.INTEGER && column.type() == ColumnType.DECIMAL;
        boolean fits = type.columnType() == column.type() || widens;
        if (!fits) {
            String own = FieldType.of(column.type()).word();
            error(
                    "KEN-P03",
                    field,
                    new Text(
                            "型「" + type.word() + "」は列「" + column.name() + "」の型 " + own + " に合いません。",
                            "Type '" + type.word() + "' does not fit column '" + column.name() + "', which is " + own
                                    + "."),
                    new Text("type を " + own + " にするか、消してください。", "Set type to " + own + ", or remove it."));
        }
        return fits;
    }

    private Converter compile(FieldConfig field, FieldType type, ColumnType columnType) {
        Converter typed = type.converter(zone);
        Converter valued = field.constant()
                .map(words -> constant(field, words, typed))
                .orElseGet(() -> field.values().isEmpty() ? typed : translation(field, typed));
        Converter ranged = field.between()
                .<Converter>map(between -> range(field, type, valued))
                .orElse(valued);
        return columnType == ColumnType.DECIMAL && type == FieldType.INTEGER ? widened(ranged) : ranged;
    }

    private Converter constant(FieldConfig field, String words, Converter typed) {
        Conversion value = configured(field, words, typed);
        return raw -> value;
    }

    private Converter translation(FieldConfig field, Converter typed) {
        Map<String, Conversion> values = new LinkedHashMap<>();
        field.values().forEach((written, word) -> {
            String key = Words.of(written);
            if (key.isEmpty() || values.put(key, configured(field, word, typed)) != null) {
                unusableKey(field, written);
            }
        });
        return new Translation(
                values,
                field.otherwise().map(words -> configured(field, words, typed)).orElse(null),
                field.at());
    }

    private void unusableKey(FieldConfig field, String written) {
        error(
                "KEN-P06",
                field,
                new Text(
                        "values の「" + written + "」は空か、全角・半角や空白を除くと他と同じです。",
                        "'" + written + "' in values is blank, or equals another once width and spaces are ignored."),
                new Text("その行を消してください。空の値は常に不明として扱われます。", "Remove it; blank values always count as unknown."));
    }

    /** A value that stands in the configuration itself, so that a wrong one is the configuration's fault. */
    private Conversion configured(FieldConfig field, String words, Converter typed) {
        Conversion value = typed.convert(words);
        if (value instanceof Failed failed) {
            error("KEN-P07", field, failed.reason(), failed.fix());
        }
        return value;
    }

    private Converter range(FieldConfig field, FieldType type, Converter inner) {
        if (!type.numeric()) {
            error(
                    "KEN-P04",
                    field,
                    new Text(
                            "between は数値にしか使えません(「" + field.name() + "」の型は " + type.word() + ")。",
                            "between is for numbers only ('" + field.name() + "' is " + type.word() + ")."),
                    new Text("between を消すか、type を数値の型にしてください。", "Remove between, or set type to a numeric one."));
        }
        return new Range(inner, field.between().orElseThrow());
    }

    /** Whole numbers as the decimals that a decimal column holds. */
    private static Converter widened(Converter inner) {
        return raw -> {
            Conversion conversion = inner.convert(raw);
            return conversion instanceof Converted read && read.value() instanceof Long whole
                    ? new Converted(BigDecimal.valueOf(whole).setScale(4))
                    : conversion;
        };
    }

    private void error(String code, FieldConfig field, Text message, Text fix) {
        problems.error(code, field.at(), message, fix);
    }
}
