package dev.kenshin.source;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The columns a stream must have. Others are welcome; one that is missing makes the source unavailable. */
public final class Columns {
    private Columns() {}

    /** The key fields and those that the stream's {@code columns} option names. */
    public static List<String> expected(StreamConfig stream) {
        List<String> named = stream.options().get("columns").map(Yaml::asTexts).orElse(List.of());
        return Stream.concat(stream.key().stream(), named.stream()).distinct().toList();
    }

    /**
     * Checks a header.
     *
     * @param present the columns in their order; blank names are columns that nobody can refer to
     * @param header where they were found
     * @throws SourceUnavailable if two have the same name (KEN-S20) or an expected one is missing (KEN-S21)
     */
    public static void check(StreamConfig stream, List<String> present, Location header) throws SourceUnavailable {
        Set<String> seen = new HashSet<>();
        for (String name : present) {
            if (!name.isBlank() && !seen.add(name)) {
                throw new SourceUnavailable(duplicate(name, header));
            }
        }
        for (String name : expected(stream)) {
            if (!seen.contains(name)) {
                throw missing(name, seen, header);
            }
        }
    }

    /** That an expected column is missing; a rename is never guessed, so the nearest name is only shown. */
    public static SourceUnavailable missing(String name, Collection<String> present, Location header) {
        String nearest = Suggestion.closest(name, present).orElse("-");
        return new SourceUnavailable(Problem.error(
                "KEN-S21",
                header,
                new Text(
                        "列「%s」がありません。最も近い列は「%s」です。".formatted(name, nearest),
                        "The column '%s' is missing; the nearest one is '%s'.".formatted(name, nearest)),
                new Text(
                        "元データの列名を戻すか、名前が変わったのなら設定(key・columns・マッピング)を新しい名前に直してください。",
                        "Restore the column in the source or, if it was renamed, write its new name in key, columns and"
                                + " the mappings.")));
    }

    private static Problem duplicate(String name, Location header) {
        return Problem.error(
                "KEN-S20",
                header,
                new Text("列名「%s」が重複しています。".formatted(name), "Two columns are called '%s'.".formatted(name)),
                new Text("どちらかの列名を変えてください。", "Rename one of them."));
    }
}
