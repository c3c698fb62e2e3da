package dev.kenshin.source.jdbc;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jooq.impl.SQLDataType;

/**
 * What a stream selects, as SQL of its database. Names that a person wrote mean what they mean in that database's own
 * SQL: quoted only where the person quoted them. Placeholders are bound in the order in which they appear.
 *
 * @param all everything, in the database's order
 * @param from the same as something to select from
 * @param cursor the column that grows, as written
 * @param lookback how far before the last cursor an incremental extract starts
 */
record Selection(
        DSLContext sql, ResultQuery<?> all, Table<?> from, Optional<String> cursor, Optional<Lookback> lookback) {

    /** Reads a stream's {@code table} or {@code query}, {@code cursor} and {@code lookback}. */
    static Optional<Selection> of(StreamConfig stream, SQLDialect dialect, Problems problems) {
        Optional<String> table = stream.options().text("table");
        Optional<String> query = stream.options().text("query");
        if (table.isPresent() == query.isPresent()) {
            problems.add(JdbcProblems.tableOrQuery(stream));
            return Optional.empty();
        }
        Optional<Lookback> lookback = Lookback.of(stream, problems);
        Optional<String> cursor = stream.options().text("cursor");
        DSLContext sql = DSL.using(
                dialect,
                new Settings()
                        .withParseDialect(dialect)
                        .withParamCastMode(ParamCastMode.NEVER)
                        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED));
        try {
            return Optional.of(
                    table.isPresent()
                            ? ofTable(sql, table.get(), cursor, lookback)
                            : ofQuery(sql, query.orElseThrow(), cursor, lookback));
        } catch (ParserException e) {
            problems.add(JdbcProblems.unparsable(stream, table.isPresent() ? "table" : "query", e));
        } catch (PlainSelect.Violation e) {
            problems.add(JdbcProblems.writes(stream));
        }
        return Optional.empty();
    }

    private static Selection ofTable(
            DSLContext sql, String name, Optional<String> cursor, Optional<Lookback> lookback) {
        Table<?> table = DSL.table(sql.parser().parseName(name));
        return new Selection(sql, sql.selectFrom(table), table, cursor, lookback);
    }

    private static Selection ofQuery(
            DSLContext sql, String text, Optional<String> cursor, Optional<Lookback> lookback) {
        Select<?> query = PlainSelect.checked(sql, sql.parser().parseSelect(text));
        return new Selection(sql, query, query.asTable("extracted"), cursor, lookback);
    }

    /** Everything. */
    String everything() {
        return sql.renderInlined(all);
    }

    /** No rows, for the sake of their columns. */
    String columns() {
        return sql.renderInlined(DSL.select(DSL.asterisk()).from(from).where(DSL.falseCondition()));
    }

    /** One row: the greatest cursor. */
    String newest(String cursor) {
        return sql.renderInlined(DSL.select(DSL.max(column(cursor))).from(from));
    }

    /** All rows up to a cursor, with those that have none where it may be null. Binds the upper bound. */
    String upTo(String cursor, boolean nullable) {
        return bounded(cursor, nullable, column(cursor).le(bound()));
    }

    /** The same from a cursor on. Binds the lower bound, then the upper one. */
    String between(String cursor, boolean nullable) {
        return bounded(
                cursor, nullable, column(cursor).ge(bound()).and(column(cursor).le(bound())));
    }

    private String bounded(String cursor, boolean nullable, Condition within) {
        Condition condition = nullable ? within.or(column(cursor).isNull()) : within;
        return sql.render(DSL.select(DSL.asterisk()).from(from).where(condition).orderBy(column(cursor)));
    }

    private static Field<Object> column(String name) {
        return DSL.field(DSL.quotedName(name));
    }

    /** Its type is the driver's business. */
    private static Param<Object> bound() {
        return DSL.val(0, SQLDataType.OTHER);
    }
}
