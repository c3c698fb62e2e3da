package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Sql;
import dev.kenshin.model.Model;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may edit a metric may not read files, other tables or the session, nor change anything. */
@Threat(Danger.CONFIGURED_SQL)
final class ForbiddenSqlTest {
    private final Problems problems = new Problems();
    private final SqlReader reader = new SqlReader(problems);
    private final Scope account = Scope.of(Model.ACCOUNT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY account TO '/tmp/x'",
                "attach '/tmp/x.db' as x",
                "install httpfs",
                "load httpfs",
                "pragma database_list",
                "set memory_limit = '10GB'",
                "drop table account",
                "insert into account values (1)",
                "employees; drop table account",
                "read_text('/etc/passwd')",
                "READ_CSV('/etc/passwd')",
                "\"read_text\"('/etc/passwd')",
                "read_text ('/etc/passwd')",
                "system.main.read_text('/etc/passwd')",
                "system.main.abs(employees)",
                "glob('/*')",
                "getenv('HOME')",
                "current_setting('memory_limit')",
                "getvariable('x')",
                "current_user",
                "current_schema",
                "query('select 1')",
                "error('x')",
                "nextval('s')",
                "random()",
                "uuid()",
                "(select 1)",
                "exists (select 1 from account)",
                "employees in (select 1)",
                "employees > all (select 1)",
                "array(select 1)",
                "row_number() over (order by employees)",
                "sum(employees) over ()",
                "account.employees",
                "model.account.employees",
                "'/etc/passwd'.employees",
                "e'\\'' || read_text(' || 'x')",
                "q'[a]'",
                "$$a$$",
                "{fn now()}",
                "?",
                ":x",
                "employees -- hidden",
                "employees /* hidden */",
                "`employees`",
                "[1, 2]",
                "'unclosed",
                "values (1)",
                "(values (1))",
                "table account"
            })
    void expression_isRefused(String sql) {
        assertThat(reader.scalar(new Sql(sql, Location.file("it.yaml")), account))
                .isEmpty();
        assertThat(problems.all()).isNotEmpty().allMatch(problem -> problem.code()
                .matches("KEN-M0[1-4]"));
    }

    static Stream<String> queries() {
        String select = "select account_id, 1 as value from ";
        return Stream.of(
                "copy account to '/tmp/x'",
                "attach '/tmp/x.db'",
                "pragma database_list",
                "delete from account",
                "with x as (select 1) delete from account",
                "select account_id, 1 as value into x from account",
                select + "account; drop table account",
                select + "read_text('/etc/passwd')",
                select + "read_csv('/etc/passwd')",
                select + "'/etc/passwd'",
                select + "\"/etc/passwd\"",
                select + "\"x.csv\"",
                select + "information_schema.tables",
                select + "pg_catalog.pg_class",
                select + "sqlite_master",
                select + "duckdb_settings()",
                select + "duckdb_secrets",
                select + "pragma_database_list",
                select + "landing.record",
                select + "score.account_health",
                select + "metric.metric_value",
                select + "model.account",
                select + "account, information_schema.tables",
                select + "account where exists (select 1 from information_schema.tables)",
                select + "account join landing.record on true",
                select + "account union all select key, 1 from landing.record",
                select + "(select key as account_id from landing.record) as x",
                select + "account where account_id in (select key from landing.record)",
                "with account as (select * from landing.record) select key as account_id, 1 as value from account",
                "select account_id, (select count(*) from landing.record) as value from account",
                // A WITH that lends its name to a table that may not be read.
                "with \"landing.record\" as (select 1 as x) select key as account_id, 1 as value from landing.record",
                "with sqlite_master as (select sql as account_id, 1 as value from sqlite_master)"
                        + " select account_id, value from sqlite_master",
                "with \"x.csv\" as (select account_id, 1 as value from \"x.csv\") select * from \"x.csv\"",
                "with b as (select * from a), a as (select 1 as x) select account_id, 1 as value from account",
                select + "\"x.csv\" where exists (with \"x.csv\" as (select 1 as x) select x from \"x.csv\")",
                // Never ends.
                "with recursive x as (select 1 as n union all select n + 1 from x) select '1' as account_id, n as value from x",
                "select account_id, (select content from read_text('/etc/passwd')) as value from account",
                "select account_id, getenv('HOME') as value from account",
                "select account_id, current_user as value from account",
                "select account_id, now() as value from account");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void query_isRefused(String sql) {
        assertThat(reader.query(new Sql(sql, Location.file("it.yaml")), Shipped.TABLES.keySet()))
                .isEmpty();
        assertThat(problems.all()).isNotEmpty().allMatch(problem -> problem.code()
                .matches("KEN-M0[1-7]"));
    }
}
