package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.ForgetResult;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.SuppressionList.Entry;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Says what was, or would be, forgotten; how much and where, and never whom. */
final class ForgetPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Text NOTHING = new Text("  何も見つかりませんでした。\n", "  Nothing was found.\n");
    private static final Text BACKUPS = new Text(
            "  バックアップと、ホームの外に写したファイルには手が届きません。そちらも消してください。\n",
            "  Backups, and copies outside the home, are out of reach: delete them there.\n");

    private final Language language;
    private final ZoneId zone;

    ForgetPage(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    String rehearsed(ForgetResult result) {
        String unfinished = result.unfinished()
                ? new Text(
                                "  途中で止まった処理があります。--yes を付けて実行すると、先にそれを終わらせます。\n",
                                "  An earlier one was interrupted; with --yes it is finished first.\n")
                        .in(language)
                : "";
        String known = String.join(", ", result.known());
        return new Text("対象: " + known + "\n", "Known as: " + known + "\n").in(language)
                + new Text("忘れると、次のものがなくなります:\n", "This would be forgotten:\n").in(language)
                + table(result.found())
                + unfinished
                + BACKUPS.in(language)
                + new Text(
                                "  まだ何も変更していません。実行するには --yes を付けてください。\n",
                                "  Nothing was changed yet. To forget it, add --yes.\n")
                        .in(language);
    }

    String done(ForgetResult result) {
        return new Text("次のものを忘れました:\n", "This was forgotten:\n").in(language)
                + table(result.found())
                + left(result.left())
                + BACKUPS.in(language)
                + new Text(
                                "  データソースにまだあっても、次の夜からは取り込みません(kenshin forget --list)。\n",
                                "  No night reads it again, though sources may still have it (kenshin forget --list).\n")
                        .in(language);
    }

    private String left(List<String> files) {
        if (files.isEmpty()) {
            return "";
        }
        String names = String.join(", ", files);
        return new Text(
                        "  KEN-F20 次のファイルにまだ残っています。中を確かめて消してください: " + names + "\n",
                        "  KEN-F20 Still found in these files; look into them and remove it there: " + names + "\n")
                .in(language);
    }

    private String table(List<Found> found) {
        if (found.isEmpty()) {
            return NOTHING.in(language);
        }
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT);
        found.forEach(one -> table.row("  " + one.place(), Long.toString(one.rows()), fate(one.fate())));
        return table.print();
    }

    private String fate(Found.Fate fate) {
        return switch (fate) {
            case REMOVED -> new Text("消去", "removed").in(language);
            case CHANGED -> new Text("該当部分だけ消去", "taken out, the rest stays").in(language);
            case RENEWED -> new Text("公開し直し", "published again without it").in(language);
        };
    }

    String entries(List<Entry> entries) {
        if (entries.isEmpty()) {
            return new Text("忘れた人も顧客もありません。\n", "Nobody is forgotten.\n").in(language);
        }
        AlignedTable table = new AlignedTable(Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT);
        table.row(
                new Text("番号", "number").in(language),
                new Text("日時", "when").in(language),
                new Text("対象", "what").in(language),
                new Text("識別子の数", "identifiers").in(language),
                new Text("種類", "kinds").in(language));
        entries.forEach(entry -> table.row(
                Integer.toString(entry.number()),
                TIME.format(entry.at().atZone(zone)),
                subject(entry.subject()),
                Integer.toString(entry.hashes().size()),
                String.join(", ", entry.kinds().stream().sorted().toList())));
        return table.print();
    }

    private String subject(String word) {
        return word.equals("account") ? new Text("顧客", "account").in(language) : new Text("人", "person").in(language);
    }
}
