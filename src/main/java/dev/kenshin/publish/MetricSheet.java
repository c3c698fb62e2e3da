package dev.kenshin.publish;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * The table {@code metric_value} as people compare accounts by it: one row an account, one column a metric, in the order
 * of the configuration. What one query reads best is a long table, and what one pair of eyes reads best is a wide one.
 */
final class MetricSheet {
    private static final String MEASURED = """
            select
                metric,
                bool_or(text is not null) as words,
                coalesce(bool_and(value = round(value) and abs(value) < 1e15), false) as whole
            from metric.metric_value
            where as_of = ?
            group by metric
            """;

    private static final Field<String> ACCOUNT_ID = field(name("account_id"), String.class);

    private final Glossary glossary;

    /** A metric of this night; whether it has words or only whole numbers for values is seen from them. */
    private record Measured(String metric, ColumnKind kind) {
        static Measured of(ResultSet row) throws SQLException {
            boolean words = row.getBoolean("words");
            ColumnKind number = row.getBoolean("whole") ? ColumnKind.INTEGER : ColumnKind.NUMBER;
            return new Measured(row.getString("metric"), words ? ColumnKind.TEXT : number);
        }
    }

    MetricSheet(Glossary glossary) {
        this.glossary = glossary;
    }

    /** The table {@code metricValue} laid out anew, with the metrics that were measured for the date. */
    PublishedTable of(Connection warehouse, LocalDate asOf, PublishedTable metricValue) throws SQLException {
        List<Measured> metrics = measured(warehouse, asOf);
        List<PublishedColumn> columns = new ArrayList<>(metricValue.columns().subList(0, 3));
        for (int i = 0; i < metrics.size(); i++) {
            columns.add(column(i, metrics.get(i)));
        }
        String sql = Catalog.sql("metric_sheet").replace("{words}", query(metrics));
        return new PublishedTable(metricValue.name(), metricValue.label(), List.copyOf(columns), sql);
    }

    private List<Measured> measured(Connection warehouse, LocalDate asOf) throws SQLException {
        Map<String, Integer> order = order();
        return Query.list(warehouse, Measured::of, MEASURED, asOf).stream()
                .sorted(Comparator.<Measured>comparingInt(
                                measured -> order.getOrDefault(measured.metric(), Integer.MAX_VALUE))
                        .thenComparing(Measured::metric))
                .toList();
    }

    private Map<String, Integer> order() {
        List<String> names = glossary.metrics().stream().map(MetricConfig::name).toList();
        return IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(names::get, place -> place, (first, again) -> first, TreeMap::new));
    }

    /** A name of its own, since words and layout of other columns must not fall upon a metric that is called like them. */
    private PublishedColumn column(int place, Measured measured) {
        Optional<MetricConfig> metric = glossary.metric(measured.metric());
        Text label = metric.map(MetricConfig::label).orElse(Text.same(measured.metric()));
        String unit = metric.flatMap(MetricConfig::unit).orElse("");
        return new PublishedColumn("metric " + place, measured.kind(), label, unit, label);
    }

    private static String query(List<Measured> metrics) {
        List<SelectField<?>> fields = new ArrayList<>();
        fields.add(ACCOUNT_ID);
        metrics.forEach(metric -> fields.add(value(metric).as(name("metric " + fields.size()))));
        return DSL.using(SQLDialect.DUCKDB)
                .renderInlined(DSL.select(fields)
                        .from(table(name("metric", "metric_value")))
                        .where(condition("as_of = $1"))
                        .groupBy(ACCOUNT_ID));
    }

    private static Field<?> value(Measured measured) {
        String column = measured.kind() == ColumnKind.TEXT ? "text" : "value";
        Class<?> type = measured.kind() == ColumnKind.TEXT ? String.class : Double.class;
        Field<?> value = max(field(name(column), type))
                .filterWhere(field(name("metric"), String.class).eq(inline(measured.metric())));
        return measured.kind() == ColumnKind.INTEGER ? value.cast(Long.class) : value;
    }
}
