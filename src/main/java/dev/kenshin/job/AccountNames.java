package dev.kenshin.job;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.Account;
import dev.kenshin.mapping.AccountDirectory;
import dev.kenshin.mapping.Link;
import dev.kenshin.mapping.convert.CompanyName;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds accounts by what a person types. Knows all that exist, and those that were scored once. */
record AccountNames(List<AccountName> all) {
    private static final String SELECT = """
            with named as (
                select account_id, name from model.account
                qualify row_number() over (partition by account_id order by mapping, record_key) = 1
            )
            select account_id, coalesce(name, account_id)
            from (select account_id from named union select account_id from score.account_health)
            left join named using (account_id)
            order by account_id
            """;

    static AccountNames of(Connection connection) throws SQLException {
        return new AccountNames(
                Query.list(connection, row -> new AccountName(row.getString(1), row.getString(2)), SELECT));
    }

    /** The account with that id; else those of exactly that name; else those whose name holds the words. */
    List<AccountName> find(String words) {
        String key = CompanyName.key(words);
        List<AccountName> byId = matching(account -> account.id().equalsIgnoreCase(words.strip()));
        if (!byId.isEmpty() || key.isEmpty()) {
            return byId;
        }
        List<AccountName> byName =
                matching(account -> CompanyName.key(account.name()).equals(key));
        return byName.isEmpty()
                ? matching(account -> CompanyName.key(account.name()).contains(key))
                : byName;
    }

    /** At most three accounts with a similar name, the most similar first. */
    List<AccountName> nearest(String words) {
        List<Account> accounts = all.stream()
                .map(account -> new Account(account.id(), Map.of("name", account.name())))
                .toList();
        AccountDirectory directory = AccountDirectory.of(accounts, Map.of(), Map.of(), new Problems());
        LinkConfig byName = new LinkConfig("name", "", new Location.Named(words));
        return directory.link(List.of(byName), "", words) instanceof Link.Unknown unknown
                ? unknown.nearest().stream()
                        .map(candidate -> new AccountName(candidate.accountId(), candidate.name()))
                        .toList()
                : List.of();
    }

    private List<AccountName> matching(Predicate<AccountName> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
