package dev.kenshin.publish;

import java.util.Set;

/** How a number looks in Excel, by its unit. */
final class NumberFormats {
    static final String DATE = "yyyy/mm/dd";
    static final String TIME = "yyyy/mm/dd hh:mm";

    /** Where less than nothing is bad news. */
    private static final Set<String> SIGNED =
            Set.of("change_1d", "change_7d", "change_30d", "change_90d", "change_365d", "contribution");

    private NumberFormats() {}

    /** @param unit the column's, or that of the row where each has its own */
    static String of(PublishedColumn column, String unit) {
        if (SIGNED.contains(column.name())) {
            return "+0.0;[Red]-0.0;0.0";
        }
        return column.name().equals("days_to_renewal") ? "[Red][<=60]#,##0;#,##0" : of(column.kind(), unit);
    }

    private static String of(ColumnKind kind, String unit) {
        return switch (unit) {
            case "points" -> "0.0";
            case "ratio" -> "0.0%";
            case "yen", "count", "days" -> "#,##0";
            case "hours" -> "#,##0.0";
            default -> kind == ColumnKind.INTEGER || kind == ColumnKind.DECIMAL ? "#,##0" : "#,##0.0##";
        };
    }
}
