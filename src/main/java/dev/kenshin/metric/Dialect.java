package dev.kenshin.metric;

import java.time.LocalDate;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Parser;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.RenderOptionalKeyword;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** SQL as people write it, in and out. */
final class Dialect {
    /** Stands for the as-of date until SQL is rendered for one. */
    static final Field<Object> AS_OF = DSL.field(DSL.unquotedName(Words.AS_OF));

    private static final Configuration PARSING = configuration();

    private Dialect() {}

    static Parser parser() {
        return DSL.using(PARSING).parser();
    }

    /** SQL for one as-of date, with all values written into it. */
    static String render(QueryPart part, LocalDate asOf) {
        VisitListener listener = VisitListener.onVisitStart(context -> replaceAsOf(context, asOf));
        return using(listener).renderInlined(part);
    }

    static DSLContext using(VisitListener listener) {
        Configuration configuration = configuration();
        configuration.set(listener);
        return DSL.using(configuration);
    }

    private static void replaceAsOf(VisitContext context, LocalDate asOf) {
        if (context.queryPart() instanceof TableField<?, ?> field && isAsOf(field)) {
            context.queryPart(DSL.inline(asOf));
        }
    }

    private static boolean isAsOf(Field<?> field) {
        return !field.getQualifiedName().qualified()
                && Words.fold(field.getName()).equals(Words.AS_OF);
    }

    private static Configuration configuration() {
        Configuration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.DUCKDB);
        configuration.set(new Settings()
                .withParseUnknownFunctions(ParseUnknownFunctions.IGNORE)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderOptionalAsKeywordForFieldAliases(RenderOptionalKeyword.ON)
                .withRenderOptionalAsKeywordForTableAliases(RenderOptionalKeyword.ON));
        return configuration;
    }
}
