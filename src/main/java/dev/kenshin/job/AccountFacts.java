package dev.kenshin.job;

import dev.kenshin.job.Explanation.Fact;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who an account is, in words. What is unknown is left out. */
final class AccountFacts {
    private static final List<String> ACCOUNT = List.of("owner", "plan", "industry", "region", "started_on");
    private static final List<String> CHURN = List.of("churned_on", "churn_reason");

    private final Connection connection;
    private final ScoreWords words;

    AccountFacts(Connection connection, ScoreWords words) {
        this.connection = connection;
        this.words = words;
    }

    /** @param withChurn also when and why the last contract was cancelled */
    List<Fact> now(String account, LocalDate asOf, boolean withChurn) throws SQLException {
        List<Fact> facts = new ArrayList<>(read(
                Model.ACCOUNT,
                ACCOUNT,
                "select * from model.account where account_id = ? order by mapping, record_key limit 1",
                account));
        if (withChurn) {
            facts.addAll(read(
                    Model.CONTRACT,
                    CHURN,
                    "select * from model.contract where account_id = ? and churned_on <= ?"
                            + " order by churned_on desc, record_key limit 1",
                    account,
                    asOf));
        }
        return facts;
    }

    /** In the order of the configuration. */
    List<Fact> segments(String account, LocalDate asOf) throws SQLException {
        return Query.list(
                        connection,
                        row -> segment(row.getString(1), row.getString(2)),
                        "select segment, class from score.segment where account_id = ? and as_of = ? order by segment",
                        account,
                        asOf)
                .stream()
                .sorted(Comparator.comparingInt(fact -> words.positionOfSegment(fact.name())))
                .toList();
    }

    private Fact segment(String name, String inClass) {
        return new Fact(name, inClass, words.segment(name), words.term(name, inClass));
    }

    private List<Fact> read(ModelTable table, List<String> columns, String sql, Object... values) throws SQLException {
        return Query.first(connection, row -> facts(table, columns, row), sql, values)
                .orElse(List.of());
    }

    private List<Fact> facts(ModelTable table, List<String> columns, ResultSet row) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (String column : columns) {
            String value = row.getString(column);
            Text label = table.column(column).orElseThrow().label();
            if (value != null) {
                facts.add(new Fact(column, value, label, words.term(column, value)));
            }
        }
        return facts;
    }
}
