package dev.kenshin.metric;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.AggregateFunction;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.impl.CallbackVisitListener;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;

/**
 * What parsed SQL consists of, found by walking it as it would be rendered.
 *
 * @param columns the columns it refers to, without qualifier, as written
 * @param aliases names that it gives to columns itself
 * @param aggregates each of them once, also those that look the same
 * @param tables the tables it refers to, with qualifier; without those that stand for a WITH before them
 * @param withNames its own common table expressions, each known only once it is defined: a name within its own definition,
 *     or one with a qualifier, is a table of the database
 */
record Parts(
        Set<String> columns,
        Set<String> aliases,
        Set<String> tables,
        Set<String> withNames,
        Set<AggregateFunction<?>> aggregates) {

    static Parts of(QueryPart part) {
        Parts parts = new Parts(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                Collections.newSetFromMap(new IdentityHashMap<>()));
        Dialect.using(new CallbackVisitListener().onVisitStart(parts::visit).onVisitEnd(parts::leave))
                .renderInlined(part);
        return parts;
    }

    private void visit(VisitContext context) {
        QueryPart part = context.queryPart();
        if (part instanceof TableField<?, ?> column) {
            columns.add(column.getName());
        } else if (part instanceof QOM.FieldAlias<?> alias) {
            aliases.add(alias.getName());
        } else if (part instanceof AggregateFunction<?> aggregate) {
            aggregates.add(aggregate);
        } else if (part instanceof Table<?> table) {
            visitTable(table, context);
        }
    }

    private void visitTable(Table<?> table, VisitContext context) {
        if (table instanceof CommonTableExpression<?>) {
            addNames(table);
        } else if (table instanceof QOM.TableAlias<?>) {
            addNames(table);
        } else if (table instanceof TableImpl<?> && !qualifiesAColumn(context) && !isDefinedBefore(table)) {
            tables.add(table.getQualifiedName().unquotedName().toString());
        }
    }

    private void leave(VisitContext context) {
        if (context.queryPart() instanceof CommonTableExpression<?> defined) {
            withNames.add(Words.fold(defined.getName()));
        }
    }

    private boolean isDefinedBefore(Table<?> table) {
        return !table.getQualifiedName().qualified() && withNames.contains(Words.fold(table.getName()));
    }

    /** The names that {@code t(a, b)} gives to columns. */
    private void addNames(Table<?> table) {
        for (Field<?> field : table.fields()) {
            aliases.add(field.getName());
        }
    }

    private static boolean qualifiesAColumn(VisitContext context) {
        QueryPart[] path = context.queryParts();
        return path.length > 1 && path[path.length - 2] instanceof TableField<?, ?>;
    }
}
