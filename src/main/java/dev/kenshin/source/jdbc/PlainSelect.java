package dev.kenshin.source.jdbc;

import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.VisitContext;
import org.jooq.impl.CallbackVisitListener;
import org.jooq.impl.QOM;

/** SELECTs can write: with DELETE ... RETURNING, FROM FINAL TABLE (INSERT ...), SELECT ... INTO. */
final class PlainSelect {

    /** The query would write. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private PlainSelect() {}

    /** The query itself, if it only reads. */
    static Select<?> checked(DSLContext sql, Select<?> query) {
        if (query.$intoTable() != null) {
            throw new Violation();
        }
        sql.configuration()
                .derive(new CallbackVisitListener().onVisitStart(PlainSelect::refuse))
                .dsl()
                .render(query);
        return query;
    }

    private static void refuse(VisitContext context) {
        if (context.queryPart() instanceof RowCountQuery
                || context.queryPart() instanceof QOM.DataChangeDeltaTable<?>) {
            throw new Violation();
        }
    }
}
