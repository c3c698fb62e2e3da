package dev.kenshin.publish;

import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.Set;

/** How a number looks in Excel, by its unit. */
final class NumberFormats {
    static final String DATE = "yyyy/mm/dd";
    static final String TIME = "yyyy/mm/dd hh:mm";

    /** Where less than nothing is bad news. */
    private static final Set<String> SIGNED = Set.of(
            "change", "change_1d", "change_7d", "change_30d", "change_90d", "change_365d", "slope_90d", "contribution");

    /** The cell still holds 1 or 0. */
    private static final Text YES_OR_NO = new Text("\"はい\";\"はい\";\"いいえ\"", "\"yes\";\"yes\";\"no\"");

    private NumberFormats() {}

    /** @param unit the column's, or that of the row where each has its own */
    static String of(PublishedColumn column, String unit, Language language) {
        if (SIGNED.contains(column.name())) {
            return "+0.0;[Red]-0.0;0.0";
        }
        return column.name().equals("days_to_renewal") ? "[Red][<=60]#,##0;#,##0" : of(column.kind(), unit, language);
    }

    private static String of(ColumnKind kind, String unit, Language language) {
        return switch (unit) {
            case "points" -> "0.0";
            case "ratio" -> "0.0%";
            case "yen", "count", "days" -> "#,##0";
            case "hours" -> "#,##0.0";
            case "flag" -> YES_OR_NO.in(language);
            default -> kind == ColumnKind.INTEGER || kind == ColumnKind.DECIMAL ? "#,##0" : "#,##0.0##";
        };
    }
}
