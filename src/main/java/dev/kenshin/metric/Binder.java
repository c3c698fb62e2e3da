package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;

/**
 * Lets the database check SQL: it knows best which types go together, and what comes out. It does so against a model
 * whose tables hold one row of nulls, since of a table without rows it would not evaluate constants.
 */
final class Binder implements AutoCloseable {
    /** What is known of an account so far: its columns and the metrics that were bound. */
    private static final Name KNOWN = DSL.quotedName("metric", "known");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate ANY_DATE = LocalDate.EPOCH;

    private final Warehouse warehouse = Warehouse.inMemory(List.of());
    private final Connection connection;
    private final Map<String, ModelTable> tables;

    Binder(Map<String, ModelTable> tables) throws SQLException {
        this.tables = tables;
        this.connection = warehouse.connection();
        execute(DSL.dropSchemaIfExists(DSL.quotedName("model")).cascade());
        execute(DSL.createSchema(DSL.quotedName("model")));
        for (ModelTable table : tables.values()) {
            create(DSL.quotedName("model", table.name()), table);
        }
        create(KNOWN, Optional.ofNullable(tables.get("account")).orElseThrow());
    }

    /** The type of an expression over the rows of one pass. */
    String aggregateType(Field<?> value, Pass pass) throws SQLException {
        Field<?> account = DSL.field(DSL.quotedName("account_id"));
        return type(DSL.select(value)
                .from(ModelQuery.table(pass.table()))
                .where(pass.rows())
                .groupBy(account));
    }

    void checkRows(Condition condition, String table) throws SQLException {
        columns(select(DSL.count(), ModelQuery.table(table)).where(condition));
    }

    /** The type of an expression over what is known of an account. */
    String knownType(Field<?> value) throws SQLException {
        return type(select(value, DSL.table(KNOWN)));
    }

    void checkKnown(Condition condition) throws SQLException {
        columns(select(DSL.count(), DSL.table(KNOWN)).where(condition));
    }

    /** The columns of a query and their types. */
    Map<String, String> queryColumns(Formula.Queried query) throws SQLException {
        return columns(ModelQuery.over(tables, query.select(), query.tables()));
    }

    /** From here on the column is known of an account. */
    void know(String column, MetricType type) throws SQLException {
        DataType<?> dataType = type(type == MetricType.TEXT ? "varchar" : "double");
        execute(DSL.alterTable(KNOWN).addColumn(DSL.quotedName(column), dataType));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    private static SelectJoinStep<?> select(SelectField<?> value, Table<?> table) {
        return DSL.select(value).from(table);
    }

    private String type(QueryPart select) throws SQLException {
        return columns(select).values().iterator().next();
    }

    private Map<String, String> columns(QueryPart select) throws SQLException {
        try (Statement statement = restless();
                ResultSet none = statement.executeQuery(Dialect.render(select, ANY_DATE))) {
            ResultSetMetaData columns = none.getMetaData();
            Map<String, String> types = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                types.put(columns.getColumnName(i), columns.getColumnTypeName(i));
            }
            return types;
        }
    }

    /** Tables hold a row here, so that whatever takes its time would take for ever at night. */
    private Statement restless() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(Math.toIntExact(PATIENCE.toSeconds()));
        return statement;
    }

    private void create(Name name, ModelTable table) throws SQLException {
        List<Field<?>> columns = table.columns().stream()
                .<Field<?>>map(column -> DSL.field(
                        DSL.quotedName(column.name()), type(column.type().sql())))
                .toList();
        execute(DSL.createTable(name).columns(columns));
        execute(DSL.insertInto(DSL.table(name)).defaultValues());
    }

    private static DataType<?> type(String sql) {
        return new DefaultDataType<>(SQLDialect.DUCKDB, Object.class, sql);
    }

    private void execute(Query query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Dialect.render(query, ANY_DATE));
        }
    }
}
