package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.metric.MetricCompiler;
import dev.kenshin.metric.MetricPlan;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Problems;
import dev.kenshin.publish.Glossary;
import dev.kenshin.publish.PublishedTables;
import dev.kenshin.rollup.Rollup;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts with one contract each, of all ways in which its dates may lie: everything that counts them agrees. */
class ContractInForceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final List<Optional<LocalDate>> DATES =
            List.of(Optional.empty(), Optional.of(DAY.minusDays(1)), Optional.of(DAY), Optional.of(DAY.plusDays(1)));
    private static final Map<String, ModelTable> TABLES =
            Model.TABLES.stream().collect(Collectors.toMap(ModelTable::name, Function.identity()));
    private static final Configuration SHIPPED =
            ConfigurationReader.read(Path.of("config"), Path.of("jobs"), TABLES.keySet());

    private static Warehouse warehouse;
    private static Connection connection;

    private record Contract(Optional<LocalDate> starts, Optional<LocalDate> ends, Optional<LocalDate> churned) {
        String account() {
            return "from " + starts + " to " + ends + ", churned " + churned;
        }

        boolean counts() {
            return starts.filter(DAY::isBefore).isEmpty()
                    && ends.filter(DAY::isAfter).isEmpty()
                    && churned.filter(day -> !DAY.isBefore(day)).isEmpty();
        }
    }

    @BeforeAll
    static void scoreTheDay() throws SQLException {
        warehouse = Warehouse.inMemory(List.of());
        connection = warehouse.connection();
        for (Contract contract : contracts()) {
            insert(contract);
        }
        Problems problems = new Problems();
        MetricPlan plan = MetricCompiler.compile(SHIPPED, List.of(), List.of(), TABLES, problems);
        assertThat(problems.all()).isEmpty();
        plan.measure(connection, DAY);
        new Rollup(List.of()).replace(connection, DAY);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    @Test
    void metrics_countThem() throws SQLException {
        String metric =
                "select account_id, coalesce(value, 0) from metric.metric_value where as_of = $1 and metric = '%s'";
        assertThat(figures(metric.formatted("arr"))).isEqualTo(expected(1200));
        assertThat(figures(metric.formatted("contracts_active"))).isEqualTo(expected(1));
        assertThat(figures(metric.formatted("contracted_seats"))).isEqualTo(expected(3));
    }

    @Test
    void accountHealth_countsTheSame() throws SQLException {
        String table = "select account_id, %s from ("
                + new PublishedTables(new Glossary(List.of(), List.of(), List.of(), List.of()))
                        .table("account_health")
                        .sql()
                + ")";
        assertThat(figures(table.formatted("coalesce(arr, 0)"))).isEqualTo(expected(1200));
        assertThat(figures(table.formatted("coalesce(seats, 0)"))).isEqualTo(expected(3));
        assertThat(figures(table.formatted("cast(contract_status = 'active' as integer)")))
                .isEqualTo(expected(1));
    }

    @Test
    void rollUps_countTheSame() throws SQLException {
        Map<String, Double> inForce = expected(1200);
        inForce.values().removeIf(arr -> arr == 0);
        assertThat(figures("select member, arr from score.rollup where as_of = $1 and dimension = 'product'"))
                .isEqualTo(inForce);
    }

    @Test
    void comparisons_countTheSame() throws SQLException {
        Map<String, Double> arr = new TreeMap<>();
        Map<String, Double> customers = new TreeMap<>();
        for (ComparedAccount account : new ComparedAccounts(connection, new ScoreWords(SHIPPED))
                .between(DAY.minusDays(1), DAY, Optional.empty())) {
            arr.put(account.accountId(), account.now().arr());
            customers.put(account.accountId(), account.now().customer() ? 1.0 : 0.0);
        }
        assertThat(arr).isEqualTo(expected(1200));
        assertThat(customers).isEqualTo(expected(1));
    }

    private static List<Contract> contracts() {
        List<Contract> contracts = new ArrayList<>();
        for (Optional<LocalDate> starts : DATES) {
            for (Optional<LocalDate> ends : DATES) {
                DATES.forEach(churned -> contracts.add(new Contract(starts, ends, churned)));
            }
        }
        return contracts;
    }

    /** The product is called like the account, so that a roll-up shows each by itself. */
    private static void insert(Contract contract) throws SQLException {
        String account = contract.account();
        Query.update(
                connection,
                "insert into model.account (mapping, record_key, account_id) values ('a', ?, ?)",
                account,
                account);
        Query.update(
                connection,
                "insert into model.contract (mapping, record_key, account_id, contract_id, product, starts_on, ends_on,"
                        + " churned_on, seats, mrr) values ('c', ?, ?, 'K', ?, ?, ?, ?, 3, 100)",
                account,
                account,
                account,
                contract.starts().orElse(null),
                contract.ends().orElse(null),
                contract.churned().orElse(null));
        Query.update(
                connection,
                "insert into score.account_health (as_of, account_id, level, coverage) values (?, ?, 'unknown', 0)",
                DAY,
                account);
    }

    private static Map<String, Double> expected(double figure) {
        Map<String, Double> expected = new TreeMap<>();
        contracts().forEach(contract -> expected.put(contract.account(), contract.counts() ? figure : 0));
        return expected;
    }

    private static Map<String, Double> figures(String sql) throws SQLException {
        Map<String, Double> figures = new TreeMap<>();
        Query.list(connection, row -> figures.put(row.getString(1), row.getDouble(2)), sql, DAY);
        return figures;
    }
}
