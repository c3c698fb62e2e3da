package dev.kenshin.job;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.Account;
import dev.kenshin.mapping.AccountDirectory;
import dev.kenshin.mapping.AccountLinks;
import dev.kenshin.mapping.Crosswalk;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Looks up who the accounts of the night are, once their records are mapped. */
final class AccountDirectories {
    private final NightPlan plan;
    private final Warehouse warehouse;
    private final BiConsumer<String, Problem> log;
    private final Map<Set<String>, AccountDirectory> known = new HashMap<>();

    /** @param log is told what is wrong with a crosswalk, and of the step that asked for it */
    AccountDirectories(NightPlan plan, Warehouse warehouse, BiConsumer<String, Problem> log) {
        this.plan = plan;
        this.warehouse = warehouse;
        this.log = log;
    }

    /** For accounts themselves, which are linked to nothing. */
    static AccountDirectory nobody() {
        return AccountDirectory.of(List.of(), Map.of(), Map.of(), new Problems());
    }

    /**
     * A directory that holds what these links ask for. Not to be asked for before the accounts are complete.
     *
     * @param step that asks
     */
    synchronized AccountDirectory forLinks(String step, String source, List<LinkConfig> links) {
        Set<String> asked = new TreeSet<>(AccountLinks.accountColumns(links));
        asked.addAll(AccountLinks.streams(links));
        asked.add("source " + source);
        return known.computeIfAbsent(asked, columns -> build(step, source, links));
    }

    private AccountDirectory build(String step, String source, List<LinkConfig> links) {
        Problems problems = new Problems();
        try (Connection connection = warehouse.connection()) {
            Map<String, Map<String, String>> keys = new HashMap<>();
            for (String stream : AccountLinks.streams(links)) {
                keys.put(stream, keys(connection, stream));
            }
            AccountDirectory directory = AccountDirectory.of(
                    accounts(connection, AccountLinks.accountColumns(links)),
                    crosswalk(source, problems),
                    keys,
                    problems);
            problems.all().forEach(problem -> log.accept(step, problem));
            return directory;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Account> accounts(Connection connection, Set<String> further) throws SQLException {
        Set<String> columns = new TreeSet<>(further);
        columns.add("name");
        columns.add("email_domain");
        StringBuilder select = new StringBuilder("select account_id");
        columns.forEach(
                column -> select.append(", cast(").append(Quoted.name(column)).append(" as varchar)"));
        return Query.list(
                connection,
                row -> account(row, columns),
                select.append(" from model.account").toString());
    }

    private static Account account(ResultSet row, Set<String> columns) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        int position = 2;
        for (String column : columns) {
            String value = row.getString(position++);
            if (value != null) {
                values.put(column, value);
            }
        }
        return new Account(row.getString(1), values);
    }

    private Map<String, Crosswalk> crosswalk(String source, Problems problems) {
        Path file = plan.configuration().directory().resolve("crosswalks").resolve(source + ".csv");
        return Files.exists(file) ? Map.of(source, Crosswalk.read(file, problems)) : Map.of();
    }

    /** The account of each record of a stream, as the mappings from that stream found it. */
    private Map<String, String> keys(Connection connection, String stream) throws SQLException {
        Map<String, String> keys = new HashMap<>();
        for (CompiledMapping mapping : plan.mappings()) {
            if (mapping.stream().equals(stream)) {
                Query.list(
                        connection,
                        row -> keys.put(row.getString(1), row.getString(2)),
                        "select record_key, account_id from model."
                                + Quoted.name(mapping.mapper().table().name()) + " where mapping = ?",
                        mapping.config().name());
            }
        }
        return keys;
    }
}
