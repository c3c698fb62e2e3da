package dev.kenshin.publish;

import static org.jooq.impl.DSL.anyValue;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.kenshin.config.SegmentConfig;
import dev.kenshin.model.Column;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * The columns of {@code account_health} that only this company has: its segments, then its custom variables. Where a
 * name is taken already, {@code segment_} or {@code custom_} goes before it.
 */
record OwnColumns(List<PublishedColumn> columns, String query) {
    static final String SEGMENT_PREFIX = "segment_";

    private static final Field<String> ACCOUNT_ID = field(name("account", "account_id"), String.class);

    static OwnColumns of(Glossary glossary, List<PublishedColumn> shipped) {
        Set<String> taken = shipped.stream().map(PublishedColumn::name).collect(Collectors.toSet());
        List<PublishedColumn> columns = new ArrayList<>();
        List<SelectField<?>> fields = new ArrayList<>();
        fields.add(ACCOUNT_ID);
        for (SegmentConfig segment : glossary.segments()) {
            String name = free(SEGMENT_PREFIX, segment.name(), taken);
            columns.add(column(name, ColumnKind.TEXT, segment.label(), "セグメント", "Segment"));
            fields.add(inClass(segment.name()).as(name(name)));
        }
        for (Column custom : glossary.customVariables()) {
            String name = free("custom_", custom.name(), taken);
            columns.add(column(name, ColumnKind.of(custom.type()), custom.label(), "カスタム変数", "Custom variable"));
            fields.add(anyValue(field(name("account", custom.name()))).as(name(name)));
        }
        return new OwnColumns(List.copyOf(columns), query(fields));
    }

    private static String free(String prefix, String wanted, Set<String> taken) {
        String name = taken.contains(wanted) ? prefix + wanted : wanted;
        taken.add(name);
        return name;
    }

    private static PublishedColumn column(String name, ColumnKind kind, Text label, String ja, String en) {
        Text meaning = new Text(ja + "「" + label.ja() + "」", en + " '" + label.en() + "'");
        return new PublishedColumn(name, kind, label, "", meaning);
    }

    private static Field<String> inClass(String segment) {
        return max(field(name("segment", "class"), String.class))
                .filterWhere(field(name("segment", "segment"), String.class).eq(inline(segment)));
    }

    private static String query(List<SelectField<?>> fields) {
        return DSL.using(SQLDialect.DUCKDB)
                .renderInlined(DSL.select(fields)
                        .from(table(name("account")))
                        .leftJoin(table(name("score", "segment")).as("segment"))
                        .on(field(name("segment", "account_id"), String.class).eq(ACCOUNT_ID))
                        .and(condition("segment.as_of = $1"))
                        .groupBy(ACCOUNT_ID));
    }
}
