package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation.ComponentOrigin;
import dev.kenshin.job.Explanation.Origin;
import dev.kenshin.job.Explanation.Place;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Where each number comes from: the stream, how many rows, and the newest place of them. */
final class OriginsSection {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Language language;
    private final int width;
    private final AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT);

    OriginsSection(Language language, int width) {
        this.language = language;
        this.width = width;
    }

    String of(List<ComponentOrigin> components) {
        table.row(
                "",
                say("ストリーム", "Stream"),
                say("件数", "Rows"),
                say("最新", "Newest"),
                say("最新の場所(取り込み日時)", "Newest place (landed)"));
        for (ComponentOrigin component : components) {
            String label = component.label().in(language);
            for (Origin origin : component.origins()) {
                row(label, origin);
                label = "";
            }
        }
        return say("数字の出どころ(現在のデータ)", "Where the numbers come from (as the data are now)") + "\n"
                + table.printWithin(width)
                + say(
                        "  利用の件数はイベントの数、日時はファイルの更新日時。\n",
                        "  Of usage, rows are events and times are when the file was changed last.\n");
    }

    private void row(String label, Origin origin) {
        String rows = String.format(Locale.ROOT, "%,d", origin.rows());
        String newest = origin.newest().map(LocalDate::toString).orElse("");
        table.row(
                "  " + label,
                origin.stream(),
                rows,
                newest,
                origin.places().stream().findFirst().map(this::place).orElse(""));
    }

    private String place(Place place) {
        return place.place() + " (" + TIME.format(place.at()) + ")";
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
