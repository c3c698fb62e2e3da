package dev.kenshin.mapping;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.model.Column;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps the names of custom variables apart from the table's own columns, and usable in SQL without quotes. */
public final class CustomNames {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    /** Where rows come from: columns that every model table has before its own. */
    private static final List<String> PROVENANCE = List.of("mapping", "record_key", "linked_by");
    /** Words that SQL keeps for itself, and the one that metrics use for the date at hand. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as as_of asc asymmetric both case cast check collate
            column constraint create default deferrable desc describe distinct do else end except false
            fetch for foreign from group having in initially intersect into lambda lateral leading limit
            not null offset on only or order pivot placing primary qualify references returning select
            show some summarize symmetric table then to trailing true union unique unpivot user using
            variadic when where window with
            """.split("\\s+"));

    private final Set<String> taken = new HashSet<>(PROVENANCE);
    private final Problems problems;

    CustomNames(ModelTable table, Problems problems) {
        table.columns().stream().map(Column::name).forEach(taken::add);
        this.problems = problems;
    }

    /** Whether the name may be used; if not, the problem has been reported. */
    boolean accept(FieldConfig field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (!isUsable(name)) {
            unusable(field);
            return false;
        }
        if (!taken.add(name)) {
            collision(field);
            return false;
        }
        return true;
    }

    /** Whether SQL can have the name without quotes. */
    public static boolean isUsable(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    private void unusable(FieldConfig field) {
        problems.error(
                "KEN-P05",
                field.at(),
                new Text(
                        "「" + field.name() + "」は SQL で項目名として使えません。",
                        "'" + field.name() + "' cannot be used as a name in SQL."),
                new Text(
                        "文字・数字・下線だけの、SQL の予約語でない名前にしてください。",
                        "Use letters, digits and underscores, and no word that SQL reserves."));
    }

    private void collision(FieldConfig field) {
        problems.error(
                "KEN-P05",
                field.at(),
                new Text("列「" + field.name() + "」は既にあります。", "There is a column '" + field.name() + "' already."),
                new Text("別の名前にするか、fields に書いてください。", "Choose another name, or map the column under fields."));
    }
}
