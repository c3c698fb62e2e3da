package dev.kenshin.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One table of the mart. */
final class MartTable {
    private static final Field<LocalDate> AS_OF = DSL.field(DSL.name("as_of"), SQLDataType.LOCALDATE);
    private static final int BATCH = 1_000;

    private final DSLContext mart;
    private final PublishedTable published;
    private final Table<?> table;
    private final List<Field<?>> fields;

    MartTable(DSLContext mart, PublishedTable published) {
        this.mart = mart;
        this.published = published;
        this.table = DSL.table(DSL.name(published.name()));
        this.fields = published.columns().stream().<Field<?>>map(MartTable::field).toList();
    }

    /** Creates the table and the columns that are missing. */
    void prepare() {
        mart.createTableIfNotExists(table).columns(fields).execute();
        Set<String> present = present();
        fields.stream()
                .filter(field -> !present.contains(field.getName()))
                .forEach(field -> mart.alterTable(table).addColumn(field).execute());
        mart.createIndexIfNotExists(DSL.name(published.name() + "_as_of"))
                .on(table, AS_OF)
                .execute();
    }

    /** Replaces the rows of the date, and adds those of earlier dates that the mart never saw. */
    void replace(Connection warehouse, LocalDate asOf) throws IOException, SQLException {
        mart.deleteFrom(table).where(AS_OF.eq(asOf)).execute();
        Set<LocalDate> kept = published.holdsEarlierDates() ? dates() : Set.of();
        Batch batch = new Batch();
        TableRows.read(warehouse, published, asOf, row -> {
            if (!(row[0] instanceof LocalDate date && kept.contains(date))) {
                batch.add(row);
            }
        });
        batch.flush();
    }

    private Set<String> present() {
        return Set.copyOf(mart.selectFrom(table)
                .where(DSL.falseCondition())
                .fetch()
                .fieldStream()
                .map(Field::getName)
                .collect(Collectors.toList()));
    }

    private Set<LocalDate> dates() {
        return new HashSet<>(mart.selectDistinct(AS_OF).from(table).fetch(AS_OF));
    }

    private static Field<?> field(PublishedColumn column) {
        return DSL.field(DSL.name(column.name()), column.kind().dataType());
    }

    /** Rows on their way into the table. */
    private final class Batch {
        private BatchBindStep pending = begin();

        void add(@Nullable Object[] row) {
            pending.bind(row.clone());
            if (pending.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (pending.size() > 0) {
                pending.execute();
                pending = begin();
            }
        }

        private BatchBindStep begin() {
            return mart.batch(mart.insertInto(table).columns(fields).values(new @Nullable Object[fields.size()]));
        }
    }
}
