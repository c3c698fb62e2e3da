package dev.kenshin.publish;

import dev.kenshin.problem.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a table lies in its sheet.
 *
 * @param first columns that come first, in this order; the others follow in the table's own
 * @param frozen how many columns stay in view
 * @param printed how many columns are printed; 0: all
 */
record SheetLayout(List<String> first, int frozen, int printed) {
    private static final SheetLayout PLAIN = new SheetLayout(List.of(), 1, 0);

    private static final Map<String, SheetLayout> OWN = Map.of(
            "account_health",
                    new SheetLayout(
                            List.of(
                                    "account_id",
                                    "name",
                                    "level",
                                    "health",
                                    "source_status",
                                    "change_7d",
                                    "change_30d",
                                    "driver_1",
                                    "driver_2",
                                    "driver_3",
                                    "move_1",
                                    "owner",
                                    "renewal_date",
                                    "days_to_renewal",
                                    "arr",
                                    "stale_sources",
                                    "source_age_days"),
                            5,
                            16),
            "scorecard_health",
                    new SheetLayout(
                            List.of("account_id", "name", "scorecard", "level", "health", "source_status"), 6, 0),
            "health_component",
                    new SheetLayout(
                            List.of(
                                    "account_id",
                                    "name",
                                    "group_label",
                                    "label",
                                    "value",
                                    "text",
                                    "unit",
                                    "score",
                                    "effective_weight",
                                    "contribution",
                                    "status",
                                    "data_age_days"),
                            2,
                            12),
            "mover", new SheetLayout(List.of(), 2, 0),
            "escalation",
                    new SheetLayout(
                            List.of("account_id", "name", "risk_level", "level", "reason", "since", "days", "owner"),
                            2,
                            8),
            "metric_value", new SheetLayout(List.of("account_id", "name"), 2, 0),
            "health_history", new SheetLayout(List.of(), 2, 0),
            "rollup",
                    new SheetLayout(
                            List.of(
                                    "dimension_label",
                                    "member_label",
                                    "accounts",
                                    "unknown_accounts",
                                    "arr",
                                    "seats",
                                    "arr_weighted_health",
                                    "seat_weighted_health",
                                    "mean_health",
                                    "worst_name",
                                    "worst_health",
                                    "accounts_at_risk",
                                    "arr_at_risk",
                                    "arr_at_risk_share",
                                    "arr_scored_share"),
                            2,
                            15),
            "rollup_level", new SheetLayout(List.of("dimension_label", "member_label"), 2, 0),
            "data_dictionary", new SheetLayout(List.of(), 2, 0));

    /** What only the configuration calls a thing by, and what the colours of a level say; beside these it says nothing. */
    private static final Map<String, Set<String>> CONFIGURED = Map.of(
            "health_component", Set.of("position", "component_group", "metric", "of_metric", "per_metric"),
            "escalation", Set.of("rule"),
            "rollup", Set.of("dimension", "member"),
            "rollup_level", Set.of("dimension", "member", "at_risk"));

    static SheetLayout of(PublishedTable table) {
        return OWN.getOrDefault(table.name(), PLAIN);
    }

    /**
     * The positions of the columns that are shown, in order. The words of the other language are left out, and the
     * as-of date where it is the same in every row: the legend states it.
     */
    List<Integer> shown(PublishedTable table, Language language) {
        List<PublishedColumn> columns = table.columns();
        String ownSuffix = language == Language.JA ? "_ja" : "_en";
        List<Integer> shown = new ArrayList<>();
        for (String name : first) {
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i).name();
                if (column.equals(name) || column.equals(name + ownSuffix)) {
                    shown.add(i);
                }
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!shown.contains(i) && isShown(table, columns.get(i).name(), language)) {
                shown.add(i);
            }
        }
        return shown;
    }

    private static boolean isShown(PublishedTable table, String column, Language language) {
        if (column.equals("as_of")) {
            return table.holdsEarlierDates();
        }
        if (CONFIGURED.getOrDefault(table.name(), Set.of()).contains(column)) {
            return false;
        }
        boolean label = table.name().equals("data_dictionary") && column.startsWith("label_");
        return label || !column.endsWith(language == Language.JA ? "_en" : "_ja");
    }
}
