package dev.kenshin.publish;

/** How a number looks in Excel, by its unit. */
final class NumberFormats {
    static final String DATE = "yyyy/mm/dd";
    static final String TIME = "yyyy/mm/dd hh:mm";

    private NumberFormats() {}

    static String of(ColumnKind kind, String unit) {
        return switch (unit) {
            case "points" -> "0.0";
            case "difference" -> "+0.0;[Red]-0.0;0.0";
            case "ratio" -> "0.0%";
            case "yen", "count" -> "#,##0";
            case "days" -> "#,##0";
            case "days left" -> "[Red][<=60]#,##0;#,##0";
            case "hours" -> "#,##0.0";
            default -> kind == ColumnKind.INTEGER || kind == ColumnKind.DECIMAL ? "#,##0" : "#,##0.0##";
        };
    }
}
