package dev.kenshin.cli;

import dev.kenshin.job.AccountName;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The account that a person means. */
final class OneAccount {
    private static final int LISTED = 20;

    private OneAccount() {}

    /**
     * The only one of those found.
     *
     * @param words as they were typed
     * @param nearest accounts with a similar name
     * @throws Refusal if there is none, or more than one
     */
    static AccountName of(String words, List<AccountName> found, List<AccountName> nearest) {
        if (found.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, none(words, nearest));
        }
        if (found.size() > 1) {
            throw new Refusal(ExitCode.USAGE, several(words, found));
        }
        return found.get(0);
    }

    private static Text none(String account, List<AccountName> nearest) {
        String names = list(nearest);
        return nearest.isEmpty()
                ? new Text(
                        "「" + account + "」という顧客はありません。顧客番号か会社名の一部を指定してください(一覧は account_health.csv)。",
                        "There is no account '" + account
                                + "'. Give an id or a part of a name; account_health.csv lists them all.")
                : new Text(
                        "「" + account + "」という顧客はありません。近い名前:" + names,
                        "There is no account '" + account + "'. Similar names:" + names);
    }

    private static Text several(String account, List<AccountName> found) {
        String names = list(found);
        return new Text(
                "「" + account + "」に当たる顧客が " + found.size() + " 社あります。顧客番号で指定してください:" + names,
                "'" + account + "' may be any of " + found.size() + " accounts. Give the id of one:" + names);
    }

    private static String list(List<AccountName> accounts) {
        String more = accounts.size() > LISTED ? "\n  …" : "";
        return accounts.stream().limit(LISTED).map(name -> "\n  " + name).collect(Collectors.joining()) + more;
    }
}
