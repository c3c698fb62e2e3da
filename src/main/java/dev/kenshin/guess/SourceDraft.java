package dev.kenshin.guess;

import dev.kenshin.guess.Shape.StreamShape;
import dev.kenshin.problem.Text;
import java.util.List;

/** Writes {@code config/sources/<name>.yaml}. */
final class SourceDraft {
    private final Request request;
    private final Page page;

    private SourceDraft(Request request) {
        this.request = request;
        this.page = new Page(request.language());
    }

    /** @param looks one for each stream of the shape */
    static Draft of(String name, Target target, Shape shape, List<Look> looks, Request request) {
        SourceDraft draft = new SourceDraft(request);
        draft.begin(target);
        draft.page.line("type: " + shape.type());
        shape.options().forEach(option -> draft.page.option("", option));
        draft.page.line("streams:");
        for (int i = 0; i < looks.size(); i++) {
            draft.stream(shape.streams().get(i), looks.get(i));
        }
        draft.expectations(looks);
        return new Draft("sources", name, draft.page.text());
    }

    private void begin(Target target) {
        page.comment(new Text(
                "kenshin guess が " + target.path() + " を見て書いた下書き。「要確認」の行を見直してください。",
                "Drafted by kenshin guess from " + target.path() + ". Look at the lines marked CHECK."));
    }

    private void stream(StreamShape stream, Look look) {
        page.line("  " + YamlText.text(stream.name()) + ":");
        stream.options().forEach(option -> page.option("    ", option));
        look.key()
                .ifPresentOrElse(
                        key -> page.line("    key: " + YamlText.texts(key.key()), key.remark()),
                        () -> page.line("    # key: []", noKey(look)));
        if (look.sample().broken() > 0) {
            long broken = look.sample().broken();
            page.comment(new Text(
                    "要確認: 読めない行が " + broken + " 行あります。kenshin preview で見られます。",
                    "CHECK: " + broken + " rows cannot be read; kenshin preview shows them."));
        }
        if (isCrosswalk(look)) {
            page.comment(new Text(
                    "要確認: 対応表のようです。config/crosswalks/<ソース>.csv に置けば、ソースとしての設定は要りません。",
                    "CHECK: it looks like a crosswalk. As config/crosswalks/<source>.csv it needs no source."));
        } else if (look.table().isEmpty()) {
            page.comment(new Text(
                    "要確認: どの標準テーブルとも似ていないため、マッピングは書いていません。--table で指定できます。",
                    "CHECK: it looks like no canonical table, so no mapping was drafted. Name one with --table."));
        }
    }

    private static boolean isCrosswalk(Look look) {
        return look.profiles().stream().map(Profile::name).toList().equals(List.of("source_value", "account_id"));
    }

    private static Remark noKey(Look look) {
        return look.sample().records().isEmpty()
                ? Remark.unsure("データの行がなく、キーが分かりません", "there are no rows to tell the key by")
                : Remark.unsure(
                        "行を一つに決める項目が見つからず、内容そのものがキーになります",
                        "no field identifies a row, so its content stands for the key");
    }

    private void expectations(List<Look> looks) {
        page.line(
                "# on-outage: { use-last: 3d }",
                Remark.sure("読めない日は3日前までのデータを使う", "where it cannot be read, use data up to 3 days old"));
        if (looks.size() == 1) {
            looks.get(0).freshness(request.today()).ifPresent(this::freshness);
        }
    }

    private void freshness(FreshnessGuess guess) {
        String expect = "expect: { freshness: 3d, freshness-column: " + YamlText.text(guess.column()) + " }";
        Remark newest = Remark.unsure(
                "データの新しさ。見た中で最も新しい日付は " + guess.newest(),
                "how new the data are; the newest date that was seen is " + guess.newest());
        page.line(guess.near() ? expect : "# " + expect, newest);
    }
}
