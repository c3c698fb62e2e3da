package dev.kenshin.mapping;

import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.mapping.convert.Converter;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills one column of a row.
 *
 * @param position of the column
 * @param from the record's fields, of which the first that is not blank is taken; empty for a constant
 */
record Cell(int position, List<String> from, Converter converter, boolean required) {

    void fill(SourceRecord record, @Nullable Object[] row, List<Rejection> rejections) {
        String field = field(record);
        Object raw = record.fields().get(field);
        Conversion conversion = SpreadsheetError.is(raw) ? SpreadsheetError.REFUSED : converter.convert(raw);
        if (conversion instanceof Failed failed) {
            rejections.add(rejection(record, field, failed.code(), failed.reason(), failed.fix()));
        } else if (conversion instanceof Converted read) {
            row[position] = read.value();
            if (required && read.value() == null) {
                rejections.add(missing(record, field));
            }
        }
    }

    private String field(SourceRecord record) {
        for (String field : from) {
            if (!blank(record.fields().get(field))) {
                return field;
            }
        }
        return from.isEmpty() ? "" : from.get(0);
    }

    private static boolean blank(@Nullable Object raw) {
        return raw == null || (raw instanceof String text && text.isBlank());
    }

    private Rejection missing(SourceRecord record, String field) {
        return from.stream().anyMatch(record.fields()::containsKey)
                ? blankField(record, field)
                : noField(record, field);
    }

    private static Rejection blankField(SourceRecord record, String field) {
        String value = Words.shown(Words.of(record.fields().get(field)));
        Text reason = value.isEmpty()
                ? new Text("「" + field + "」が空です。", "'" + field + "' is blank.")
                : new Text("「" + value + "」は値として扱われません。", "'" + value + "' does not count as a value.");
        return rejection(
                record, field, "KEN-P31", reason, new Text("「" + field + "」を入力してください。", "Fill in '" + field + "'."));
    }

    /** The record has no such field at all: most often the column was renamed. */
    static Rejection noField(SourceRecord record, String field) {
        Text hint = Suggestion.among(field, record.fields().keySet());
        return rejection(
                record,
                field,
                "KEN-P32",
                new Text("「" + field + "」という項目がありません。", "There is no field '" + field + "'."),
                new Text(
                        "項目名が変わっていれば、元に戻すかマッピングを直してください。" + hint.ja(),
                        "If the field was renamed, restore its name or correct the mapping. " + hint.en()));
    }

    private static Rejection rejection(SourceRecord record, String field, String code, Text reason, Text fix) {
        String value = Words.shown(Words.of(record.fields().get(field)));
        return new Rejection(field, record.place().at(field), value, code, reason, fix);
    }
}
