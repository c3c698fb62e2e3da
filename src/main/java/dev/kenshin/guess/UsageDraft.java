package dev.kenshin.guess;

import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import java.util.Optional;

/** Writes {@code config/usage/<name>.yaml}: events are aggregated where they lie, and need no mapping. */
final class UsageDraft {
    private UsageDraft() {}

    /**
     * The draft.
     *
     * @param type {@code parquet}, {@code csv} or {@code json}
     * @throws SourceUnavailable where user, time or event is missing (KEN-Y05)
     */
    static Draft of(String name, String type, Target target, Look look, List<Option> written, Request request)
            throws SourceUnavailable {
        TableGuess guess = look.table()
                .filter(table -> List.of("user", "time", "event").stream()
                        .allMatch(column -> table.column(column).isPresent()))
                .orElseThrow(() -> GuessProblems.noEvents(
                        target.path(),
                        look.profiles().stream().map(Profile::name).toList()));
        Page page = new Page(request.language());
        page.comment(new Text(
                "製品の利用イベント。kenshin guess が " + target.path() + " を見て書いた下書き。「要確認」の行を見直してください。",
                "Usage events. Drafted by kenshin guess from " + target.path() + ". Look at the lines marked CHECK."));
        page.line("type: " + type, unlike(type, written));
        page.option("", target.option());
        LinkGuess account = account(guess, look, request);
        page.line(
                "account: { by: " + account.by() + ", from: " + YamlText.text(account.from()) + " }", account.remark());
        guess.matches().stream()
                .filter(match -> !match.entry().column().equals("account"))
                .forEach(match -> page.line(
                        match.entry().column() + ": "
                                + YamlText.text(match.profile().name()),
                        match.remark()));
        page.line(
                "# on-outage: { use-last: 3d }",
                Remark.sure("読めない日は3日前までのデータを使う", "where it cannot be read, use data up to 3 days old"));
        page.line(
                "# expect: { freshness: 50h }",
                Remark.sure("イベントのある最後の日がこれより古ければ警告", "warn if the last day with events is older"));
        return new Draft("usage", name, page.text());
    }

    /** Events are read as UTF-8 with commas only. */
    private static Optional<Remark> unlike(String type, List<Option> written) {
        boolean plain = !type.equals("csv")
                || written.stream()
                        .allMatch(option -> YamlText.of(option.value()).equals("UTF-8"));
        return plain
                ? Optional.empty()
                : Optional.of(Remark.unsure(
                        "利用イベントのCSVはUTF-8のカンマ区切りで出力してください",
                        "export events as CSV in UTF-8 with commas, or they cannot be read"));
    }

    private static LinkGuess account(TableGuess guess, Look look, Request request) {
        Optional<Profile> named = guess.column("account").map(Match::profile);
        return named.flatMap(profile -> LinkGuess.ofEvents(profile, request.configuration()))
                .or(
                        () -> named.map(
                                profile -> new LinkGuess(
                                        LinkGuess.BY_ID,
                                        profile.name(),
                                        Remark.unsure(
                                                "顧客番号と同じ値か確かめてください。違えば account の独自の変数か crosswalk で探せます",
                                                "check that this holds account ids; if not, use a custom variable of account, or a crosswalk"))))
                .orElseGet(() ->
                        LinkGuess.of(look.profiles(), request.configuration()).get(0));
    }
}
