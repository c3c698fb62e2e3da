package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything on the list of functions works: it is parsed, rendered and accepted by the database. */
final class PermittedSqlTest {
    private static final Set<String> RANKING = Set.of("dense_rank", "rank", "row_number");
    private static final Map<String, String> SCALARS = new TreeMap<>(Map.ofEntries(
            Map.entry("abs", "abs(employees)"),
            Map.entry("cast", "cast(employees as double)"),
            Map.entry("ceil", "ceil(unit_price)"),
            Map.entry("coalesce", "coalesce(employees, 0)"),
            Map.entry("concat", "length(concat(name, owner))"),
            Map.entry("contains", "contains(name, 'x')"),
            Map.entry("date_diff", "date_diff('month', started_on, as_of)"),
            Map.entry("exp", "exp(employees)"),
            Map.entry("extract", "extract(year from started_on)"),
            Map.entry("floor", "floor(unit_price)"),
            Map.entry("greatest", "greatest(employees, 1)"),
            Map.entry("least", "least(employees, 1)"),
            Map.entry("left", "left(name, 1)"),
            Map.entry("length", "length(name)"),
            Map.entry("ln", "ln(greatest(employees, 1))"),
            Map.entry("lower", "lower(name)"),
            Map.entry("mod", "mod(employees, 2)"),
            Map.entry("nullif", "nullif(employees, 0)"),
            Map.entry("power", "power(employees, 2)"),
            Map.entry("regexp_matches", "regexp_matches(name, '^A')"),
            Map.entry("replace", "replace(name, 'a', 'b')"),
            Map.entry("right", "right(name, 1)"),
            Map.entry("round", "round(unit_price, 1)"),
            Map.entry("sign", "sign(employees)"),
            Map.entry("sqrt", "sqrt(employees)"),
            Map.entry("starts_with", "starts_with(name, 'x')"),
            Map.entry("substring", "substring(name, 1, 2)"),
            Map.entry("trim", "trim(name)"),
            Map.entry("try_cast", "try_cast(name as double)"),
            Map.entry("upper", "upper(name)")));

    @Test
    void everyScalarFunction_hasAnExample() {
        assertThat(SCALARS.keySet()).isEqualTo(new TreeSet<>(Words.SCALAR));
    }

    @Test
    void scalarExpressions_areAccepted() {
        assertAccepted("value: ", SCALARS.values().stream());
        assertAccepted(
                "value: ",
                Stream.of(
                        "case when employees between 1 and 5 then 1 else 0 end",
                        "employees in (1, 2) and not (name like 'x%' or name ilike 'y%')",
                        "employees is not distinct from 1",
                        "as_of - started_on",
                        "name || '''s'",
                        "\"unit_price\" * -1.5",
                        "employees::double / 3",
                        "started_on >= date '2026-01-01'",
                        "started_on > as_of - interval '90' day",
                        "UPPER(Name) = 'X'"));
    }

    @Test
    void aggregates_areAcceptedWithACondition() {
        String form = "from: ticket, where: closed_at is null, value: ";
        assertAccepted(
                form,
                Words.AGGREGATE.stream()
                        .map(name -> name + (name.startsWith("bool") ? "(satisfaction > 3)" : "(satisfaction)")));
        assertAccepted(
                form,
                Stream.of(
                        "count(*)",
                        "count(distinct category)",
                        "1.0 * sum(satisfaction) / nullif(count(satisfaction), 0)",
                        "count(*) filter (where priority = 'urgent') / count(*)",
                        "sum(case when priority = 'urgent' then 1 else 0 end)",
                        "max(category)"));
    }

    @Test
    void queries_areAccepted() {
        assertAccepted("sql: ", Words.WINDOW.stream().map(PermittedSqlTest::ranking));
        assertAccepted(
                "sql: ",
                Stream.of(
                        "select account_id, count(*) as value from ticket where opened_at <= as_of group by account_id",
                        "select t.account_id, max(a.employees) as value from ticket as t"
                                + " join account a on a.account_id = t.account_id group by t.account_id",
                        "with last(account_id, day) as (select account_id, max(day) from usage_daily"
                                + " group by account_id) select account_id, as_of - day as value from last",
                        "select account_id, case when exists (select 1 from ticket t"
                                + " where t.account_id = a.account_id) then 'yes' end as value from account as a",
                        "select account_id, sum(n) as value from (select account_id, 1 as n from ticket union all"
                                + " select account_id, 1 from interaction) as x group by account_id having sum(n) > 1"));
    }

    private static String ranking(String function) {
        String arguments = RANKING.contains(function) ? "()" : "(score)";
        return "select account_id, max(n) as value from (select account_id, " + function + arguments
                + " over (partition by account_id order by answered_at) as n from survey_response) as x"
                + " group by account_id";
    }

    private static void assertAccepted(String form, Stream<String> sqls) {
        StringBuilder yaml = new StringBuilder();
        for (String sql : sqls.toList()) {
            String quoted = "'" + sql.replace("'", "''") + "'";
            yaml.append("m" + yaml.length() + ": { label: It, " + form + quoted + " }\n");
        }
        assertThat(Compiled.metrics(yaml.toString()).problems()).isEmpty();
    }
}
