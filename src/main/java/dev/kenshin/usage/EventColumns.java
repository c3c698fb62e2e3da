package dev.kenshin.usage;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The columns that a usage source needs. */
final class EventColumns {
    private EventColumns() {}

    /** The column that names the account; every way to link it starts from the same column. */
    static String account(UsageConfig usage) {
        return usage.account().stream().map(LinkConfig::from).findFirst().orElseThrow();
    }

    static List<String> of(UsageConfig usage) {
        List<String> columns = new ArrayList<>(List.of(account(usage), usage.user(), usage.time(), usage.event()));
        usage.seconds().ifPresent(columns::add);
        return columns;
    }

    /** Everything that decides what is read from an event. */
    static String definition(UsageConfig usage, ZoneId zone) {
        return String.join(" | ", usage.type(), of(usage).toString(), zone.getId());
    }

    /**
     * Makes sure that all are there.
     *
     * @param place the file or table that was looked at
     * @throws UsageUnavailable names the first that is missing, and the most similar column that exists
     */
    static void require(UsageConfig usage, String place, Collection<String> existing) throws UsageUnavailable {
        for (String column : of(usage)) {
            if (!existing.contains(column)) {
                throw new UsageUnavailable(missing(place, column, existing));
            }
        }
    }

    private static Problem missing(String place, String column, Collection<String> existing) {
        String nearest = existing.stream()
                .min(Comparator.comparing(name -> distance(name, column)))
                .orElse("");
        return Problem.error(
                "KEN-U03",
                Location.file(place),
                new Text(
                        "列「%s」がありません。最も近い列は「%s」です。".formatted(column, nearest),
                        "there is no column '%s'; the nearest is '%s'.".formatted(column, nearest)),
                new Text(
                        "書き出す側の列名を戻すか、利用データの設定の列名を直してください。",
                        "Restore the column in the export, or correct the column's name of the usage source."));
    }

    private static int distance(String name, String column) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(name.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT));
    }
}
