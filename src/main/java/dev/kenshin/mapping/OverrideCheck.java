package dev.kenshin.mapping;

import dev.kenshin.config.MappingConfig;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for an override by hand, so that nobody overrules a score for ever, in silence, or in two ways at once.
 */
final class OverrideCheck {
    private static final ModelTable TABLE = Model.HEALTH_OVERRIDE;
    private static final Set<String> MANDATORY = Set.of("author", "reason", "set_on", "expires_on");
    private static final String SCORE = "score";
    private static final String LEVEL = "level";
    private static final String SET_ON = "set_on";
    private static final String EXPIRES_ON = "expires_on";
    private static final BigDecimal BEST = BigDecimal.valueOf(100);

    private OverrideCheck() {}

    static boolean concerns(ModelTable table) {
        return table.name().equals(TABLE.name());
    }

    /** Whether a column must be filled, whatever the mapping says. */
    static boolean demands(ModelTable table, String column) {
        return concerns(table) && MANDATORY.contains(column);
    }

    /** Reports what the mapping leaves out. */
    static void check(MappingConfig mapping, Problems problems) {
        MANDATORY.stream()
                .sorted()
                .filter(column -> !mapping.fields().containsKey(column))
                .forEach(column -> reportLeftOut(mapping, column, problems));
        if (!mapping.fields().containsKey(SCORE) && !mapping.fields().containsKey(LEVEL)) {
            reportLeftOut(mapping, SCORE, problems);
        }
    }

    private static void reportLeftOut(MappingConfig mapping, String column, Problems problems) {
        problems.error(
                "KEN-P12",
                mapping.at(),
                new Text(
                        "手動の上書きに必要な「" + column + "」がありません。",
                        "'" + column + "' is not mapped; an override by hand needs it."),
                new Text(
                        "fields に「" + column + ": 元の項目」を書いてください。",
                        "Map it in fields, for example " + column + ": <the field of the source>."));
    }

    /** Checks a row whose cells could all be read. */
    static void check(SourceRecord record, List<Cell> cells, @Nullable Object[] row, List<Rejection> rejections) {
        Object score = value(row, SCORE);
        Object level = value(row, LEVEL);
        if ((score == null) == (level == null)) {
            rejections.add(rejection(record, field(cells, score == null ? SCORE : LEVEL), "KEN-P38", EITHER, ONE_OF));
        }
        if (score instanceof BigDecimal points && (points.signum() < 0 || points.compareTo(BEST) > 0)) {
            String figure = points.stripTrailingZeros().toPlainString();
            Text reason =
                    new Text("「" + figure + "」は 0 から 100 までの範囲にありません。", "'" + figure + "' is not between 0 and 100.");
            rejections.add(rejection(record, field(cells, SCORE), "KEN-P34", reason, POINTS));
        }
        if (value(row, SET_ON) instanceof LocalDate from
                && value(row, EXPIRES_ON) instanceof LocalDate to
                && to.isBefore(from)) {
            Text reason = new Text(
                    "期限「" + to + "」が設定日「" + from + "」より前です。",
                    "It expires on '" + to + "', before it was set on '" + from + "'.");
            rejections.add(rejection(record, field(cells, EXPIRES_ON), "KEN-P39", reason, LATER));
        }
    }

    private static final Text EITHER =
            new Text("健康度かレベルの、どちらか一方だけが要ります。", "Either a score or a level is needed, and not both.");
    private static final Text ONE_OF = new Text("一方だけを入力してください。", "Fill in one of them.");
    private static final Text POINTS = new Text("0 から 100 までの点に直してください。", "Correct it to 0 to 100 points.");
    private static final Text LATER = new Text("期限を設定日以後にしてください。", "Let it expire on the day it was set, or later.");

    private static @Nullable Object value(@Nullable Object[] row, String column) {
        return row[position(column)];
    }

    private static int position(String column) {
        return TABLE.columns().indexOf(TABLE.column(column).orElseThrow());
    }

    /** The field from which a column is filled; its own name where it is not. */
    private static String field(List<Cell> cells, String column) {
        return cells.stream()
                .filter(cell ->
                        cell.position() == position(column) && !cell.from().isEmpty())
                .findFirst()
                .map(cell -> cell.from().get(0))
                .orElse(column);
    }

    private static Rejection rejection(SourceRecord record, String field, String code, Text reason, Text fix) {
        String value = Words.shown(Words.of(record.fields().get(field)));
        return new Rejection(field, record.place().at(field), value, code, reason, fix);
    }
}
