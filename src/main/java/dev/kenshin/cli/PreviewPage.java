package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Preview;
import dev.kenshin.job.Preview.Counts;
import dev.kenshin.job.Preview.Rejected;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a stream or a mapping yields, to look at on a terminal of that width. */
final class PreviewPage {
    private static final int WIDEST_CELL = 28;

    private final Language language;
    private final int width;

    PreviewPage(Language language, int width) {
        this.language = language;
        this.width = width;
    }

    String of(Preview preview) {
        return counts(preview.name(), preview.counts()) + rows(preview) + rejected(preview);
    }

    private String counts(String name, Counts counts) {
        long repeated = counts.read() - counts.usable() - counts.rejected();
        String more =
                repeated > 0 ? say("、同じ内容の繰り返し %,d 行", ", %,d repeat others").formatted(repeated) : "";
        return String.format(
                Locale.ROOT,
                say("%s: %,d 行を読み、使える行 %,d、隔離される行 %,d%s\n", "%s: %,d rows read, %,d usable, %,d set aside%s\n"),
                name,
                counts.read(),
                counts.usable(),
                counts.rejected(),
                more);
    }

    private String rows(Preview preview) {
        if (preview.rows().isEmpty()) {
            return "";
        }
        Side[] sides = new Side[preview.columns().size() + 1];
        Arrays.fill(sides, Side.LEFT);
        AlignedTable table = new AlignedTable(sides);
        table.row(cells(say("場所", "place"), preview.columns()));
        preview.rows().forEach(row -> table.row(cells(row.place(), row.cells())));
        int fitting = table.columnsWithin(width);
        return "\n" + table.print(fitting) + hidden(preview.columns(), fitting - 1) + blank(preview.blank());
    }

    private String hidden(List<String> columns, int shown) {
        return shown >= columns.size()
                ? ""
                : say("幅が足りず省いた列: ", "Left out for lack of width: ")
                        + String.join(", ", columns.subList(shown, columns.size()))
                        + say("(COLUMNS=300 のように広げられます)\n", " (set COLUMNS=300, for example, to see more)\n");
    }

    private String blank(List<String> columns) {
        return columns.isEmpty()
                ? ""
                : say("どの行も空の列: ", "Blank in all of these rows: ") + String.join(", ", columns) + "\n";
    }

    private String rejected(Preview preview) {
        if (preview.rejected().isEmpty()) {
            return "";
        }
        StringBuilder reasons = new StringBuilder("\n" + say("隔離される行の理由", "Why rows are set aside") + "\n");
        preview.rejected().forEach(each -> reasons.append(reason(each)));
        if (preview.rejected().size() < preview.counts().rejected()) {
            reasons.append(say("  … --rows を増やすと、さらに見られます。\n", "  … Give a higher --rows to see more.\n"));
        }
        return reasons.toString();
    }

    private String reason(Rejected rejected) {
        String field = rejected.field().isEmpty() ? "" : "  " + rejected.field();
        String value =
                rejected.value().isEmpty() ? "" : say("「%s」", " '%s'").formatted(OneLine.of(rejected.value(), width));
        return "  " + rejected.place() + field + value + " [" + rejected.code() + "]\n    "
                + rejected.reason().in(language) + "\n    → " + rejected.fix().in(language) + "\n";
    }

    private static String[] cells(String place, List<String> cells) {
        return Stream.concat(Stream.of(place), cells.stream().map(cell -> OneLine.of(cell, WIDEST_CELL)))
                .toArray(String[]::new);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
