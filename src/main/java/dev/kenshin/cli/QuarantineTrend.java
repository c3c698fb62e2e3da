package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.NightCount;
import java.util.List;
import java.util.Locale;

/** What came and went from night to night, with a bar for what was left. */
final class QuarantineTrend {
    private static final int WIDEST_BAR = 40;
    private static final int BESIDE_BAR = 45;

    private final Language language;
    private final int bar;

    QuarantineTrend(Language language, int width) {
        this.language = language;
        this.bar = Math.max(1, Math.min(WIDEST_BAR, width - BESIDE_BAR));
    }

    String of(List<NightCount> nights) {
        long most = nights.stream().mapToLong(NightCount::remaining).max().orElse(0);
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT);
        table.row(say("夜", "Night"), say("新規", "New"), say("解消", "Resolved"), say("残り", "Remaining"));
        nights.forEach(night -> table.row(
                night.asOf().toString(),
                number(night.added()),
                number(night.resolved()),
                number(night.remaining()),
                bar(night.remaining(), most)));
        return "\n" + table.print();
    }

    /** Something is left wherever anything is. */
    private String bar(long remaining, long most) {
        return "#".repeat(most == 0 ? 0 : (int) ((remaining * bar + most - 1) / most));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
