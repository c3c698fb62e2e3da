package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.config.KeepConfig;
import dev.kenshin.housekeeping.Going;
import dev.kenshin.housekeeping.PruneResult;
import dev.kenshin.housekeeping.Sizes;
import dev.kenshin.housekeeping.Windows;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What was thinned out, or would be, to its last date. */
final class PrunePage {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Language language;
    private final boolean dryRun;
    private final StringBuilder page = new StringBuilder();

    PrunePage(Language language, boolean dryRun) {
        this.language = language;
        this.dryRun = dryRun;
    }

    String of(PruneResult result) {
        if (result.newest().isEmpty()) {
            line(new Text("スナップショットがまだないため、間引くものはありません。", "There is no snapshot yet, so nothing is thinned out."));
            return page.toString();
        }
        line(keeps(result));
        if (result.going().isEmpty()) {
            line(new Text("間引くものはありません。何も変更していません。", "There is nothing to thin out; nothing was changed."));
        } else {
            going(result);
        }
        if (!result.waiting().isEmpty()) {
            line(waiting(result.waiting()));
        }
        result.compacted()
                .ifPresent(bytes -> line(new Text(
                        "データベースのファイルを書き直し、" + Sizes.words(bytes) + " 小さくしました。",
                        "The warehouse's file was written anew; it became " + Sizes.words(bytes) + " smaller.")));
        if (dryRun) {
            line(new Text("--dry-run のため、何も変更していません。", "Nothing was changed (--dry-run)."));
        }
        return page.toString();
    }

    private void going(PruneResult result) {
        line(dryRun ? new Text("間引かれるもの:", "This would go:") : new Text("間引いたもの:", "This has gone:"));
        if (!result.dates().isEmpty()) {
            String dates = ranges(result.dates());
            line(new Text(
                    "  スナップショット " + result.dates().size() + " 件: " + dates,
                    "  Snapshots (" + result.dates().size() + "): " + dates));
        }
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT);
        for (Going part : result.going()) {
            table.row(
                    "  " + part.part().in(language).replace("\"", ""),
                    Long.toString(part.count()),
                    part.unit().in(language),
                    part.bytes() == 0 ? "" : Sizes.words(part.bytes()),
                    part.names().isEmpty() ? "" : namesOf(part));
        }
        page.append(table.print());
        line(new Text(
                "  合わせておよそ " + Sizes.words(result.bytes()), "  about " + Sizes.words(result.bytes()) + " in all"));
        result.lost().forEach(lost -> line(lost(lost)));
        if (result.lostOfTrend() > 0) {
            line(trend(result.lostOfTrend()));
        }
    }

    private static String namesOf(Going part) {
        return part.names().stream().allMatch(name -> DATE.matcher(name).matches())
                ? ranges(part.names().stream().map(LocalDate::parse).toList())
                : part.names().get(0) + " … " + part.names().get(part.names().size() - 1);
    }

    private static Text keeps(PruneResult result) {
        KeepConfig keep = result.keep();
        String newest = result.newest().map(LocalDate::toString).orElse("");
        return new Text(
                "最新のスナップショットは %s。%d 日間はすべて、%d 週間は毎週、%d か月間は毎月、%d 年間は毎年の最後のものが残ります（%d 件）。"
                        .formatted(newest, keep.daily(), keep.weekly(), keep.monthly(), keep.yearly(), result.kept()),
                ("The newest snapshot is %s. All of %d days stay, and the last of each week of %d, of each month of %d and"
                                + " of each year of %d (%d in all).")
                        .formatted(newest, keep.daily(), keep.weekly(), keep.monthly(), keep.yearly(), result.kept()));
    }

    private static Text lost(Windows.Lost lost) {
        return lost.after()
                .map(after -> new Text(
                        "  KEN-K04 次の夜の「" + lost.days() + "日前から」は、" + lost.before() + " の代わりに " + after + " と比べます。",
                        "  KEN-K04 The next night's change over " + lost.days() + " days looks back to " + after
                                + " instead of " + lost.before() + "."))
                .orElseGet(() -> new Text(
                        "  KEN-K04 次の夜の「" + lost.days() + "日前から」は空欄になります（" + lost.before() + " がなくなるため）。",
                        "  KEN-K04 The next night's change over " + lost.days() + " days will be blank, since "
                                + lost.before() + " goes."));
    }

    private static Text waiting(List<LocalDate> dates) {
        return new Text(
                "KEN-K13 backfill が終わっていないため、スナップショット " + dates.size() + " 件を残しました（" + dates.get(0)
                        + " など）。同じ backfill のコマンドで終わらせてください。",
                "KEN-K13 " + dates.size() + " snapshots stay (" + dates.get(0)
                        + " and so on), since a backfill has not come to its end: give the same backfill command again.");
    }

    private static Text trend(long snapshots) {
        return new Text(
                "  KEN-K05 90日間の傾向と変動は、これまでより " + snapshots + " 件少ないスナップショットから計算されます。",
                "  KEN-K05 Slope and volatility over 90 days will see fewer snapshots, by " + snapshots + ".");
    }

    /** Days that follow one another as first … last. */
    static String ranges(List<LocalDate> dates) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0, to; from < dates.size(); from = to) {
            to = from + 1;
            while (to < dates.size() && dates.get(to).equals(dates.get(to - 1).plusDays(1))) {
                to++;
            }
            ranges.add(to - from == 1 ? dates.get(from).toString() : dates.get(from) + " … " + dates.get(to - 1));
        }
        return String.join(", ", ranges);
    }

    private void line(Text words) {
        page.append(words.in(language)).append('\n');
    }
}
