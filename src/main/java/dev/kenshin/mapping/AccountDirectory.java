package dev.kenshin.mapping;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.Link.Candidate;
import dev.kenshin.mapping.Link.Linked;
import dev.kenshin.mapping.LinkSearch.Match;
import dev.kenshin.mapping.convert.CompanyName;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.problem.Problems;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who the accounts are, and every way to find one, as of one night. Built once, then shared by several threads. Nothing
 * is ever guessed: a value that no account, or more than one, goes by links to none.
 */
public final class AccountDirectory {
    private static final AccountIndex EMPTY = new AccountIndex(UnaryOperator.identity());

    private final Map<String, Account> accounts;
    private final Map<String, AccountIndex> indexes = new HashMap<>();
    private final Map<String, AccountIndex> crosswalks = new HashMap<>();
    private final List<Account> sorted;
    private @Nullable NearestAccounts nearest;
    private final String fingerprint;

    private AccountDirectory(
            List<Account> sorted, Map<String, Crosswalk> crosswalks, Map<String, Map<String, String>> recordKeys) {
        this.accounts = sorted.stream().collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
        this.sorted = sorted;
        this.fingerprint = Fingerprint.of(sorted, crosswalks, recordKeys);
        sorted.forEach(this::index);
        recordKeys.forEach((stream, ids) -> ids.forEach((key, id) -> add(stream, Words::of, key, id)));
    }

    /**
     * Builds the directory of a night.
     *
     * @param accounts every account, each id once
     * @param crosswalks by source
     * @param recordKeys for each stream that a link names ({@code source.stream}), the account of each record key
     * @param problems gets a warning for each crosswalk line that names an account which does not exist
     */
    public static AccountDirectory of(
            List<Account> accounts,
            Map<String, Crosswalk> crosswalks,
            Map<String, Map<String, String>> recordKeys,
            Problems problems) {
        List<Account> sorted =
                accounts.stream().sorted(Comparator.comparing(Account::id)).toList();
        AccountDirectory directory = new AccountDirectory(sorted, crosswalks, recordKeys);
        crosswalks.forEach((source, crosswalk) -> directory.take(source, crosswalk, problems));
        return directory;
    }

    /** A hash of all that links depend on, 64 hexadecimal digits; a change means that links must be looked up again. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Finds the account that a record belongs to. Links are tried in their order, and for each value the source's
     * crosswalk comes first, since what people wrote down outranks what is computed. Blank and unknown values fall to
     * the next link; after an ambiguous one, a later link can only decide between its candidates.
     *
     * @param source whose crosswalk applies
     * @param fields the record's value of a field, or null
     */
    public Link link(List<LinkConfig> links, String source, Function<String, @Nullable Object> fields) {
        LinkSearch search = new LinkSearch(this, source);
        for (LinkConfig link : links) {
            String value = Words.of(fields.apply(link.from()));
            Optional<Linked> linked = value.isEmpty() ? Optional.empty() : search.attempt(link, value);
            if (linked.isPresent()) {
                return linked.get();
            }
        }
        return search.failure(links);
    }

    /** Finds the account of a bare value, such as the name of an account in the product: every link looks at it. */
    public Link link(List<LinkConfig> links, String source, String value) {
        return link(links, source, field -> value);
    }

    Match match(String by, String source, String value) {
        List<String> written = crosswalks.getOrDefault(source, EMPTY).find(value);
        return written.isEmpty()
                ? new Match(indexes.getOrDefault(by, EMPTY).find(value), by)
                : new Match(written, AccountLinks.CROSSWALK);
    }

    List<Candidate> nearest(String name) {
        return nearest().to(name);
    }

    /** Compares every account by its name, which most streams never need. */
    private synchronized NearestAccounts nearest() {
        if (nearest == null) {
            nearest = new NearestAccounts(sorted);
        }
        return nearest;
    }

    List<Candidate> candidates(List<String> ids) {
        return ids.stream().map(id -> new Candidate(id, name(id), 1)).toList();
    }

    private String name(String accountId) {
        Account account = accounts.get(accountId);
        return account == null ? accountId : account.name();
    }

    private void index(Account account) {
        account.columns().forEach((column, value) -> add("account." + column, Words::of, value, account.id()));
        add(AccountLinks.NAME, CompanyName::key, account.columns().getOrDefault("name", ""), account.id());
        String domain = account.columns().getOrDefault("email_domain", "");
        add(AccountLinks.EMAIL_DOMAIN, AccountLinks::domain, domain, account.id());
    }

    private void add(String by, UnaryOperator<String> key, String value, String accountId) {
        if (accounts.containsKey(accountId)) {
            indexes.computeIfAbsent(by, unseen -> new AccountIndex(key)).add(value, accountId);
        }
    }

    private void take(String source, Crosswalk crosswalk, Problems problems) {
        AccountIndex index = crosswalks.computeIfAbsent(source, unseen -> new AccountIndex(Words::of));
        crosswalk.entries().forEach((value, entry) -> {
            if (accounts.containsKey(entry.accountId())) {
                index.add(value, entry.accountId());
            } else {
                entry.reportUnknownAccount(problems);
            }
        });
    }
}
