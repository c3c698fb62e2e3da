package dev.kenshin.publish;

import dev.kenshin.warehouse.Query;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One table of the mart. */
final class MartTable {
    private static final Field<LocalDate> AS_OF = DSL.field(DSL.name("as_of"), SQLDataType.LOCALDATE);
    private static final String FIRST_BACKFILLED = "select min(as_of) from score.backfill where not published";
    private static final String NEWEST = "select max(as_of) from score.account_health where as_of <= ?";
    private static final int BATCH = 1_000;

    private final MartSession mart;
    private final PublishedTable published;
    private final Table<?> table;
    private final List<Field<?>> fields;

    MartTable(MartSession mart, PublishedTable published) {
        this.mart = mart;
        this.published = published;
        this.table = DSL.table(DSL.name(published.name()));
        this.fields =
                published.columns().stream().<Field<?>>map(MartTable::field).toList();
    }

    /** Creates the table and the columns that are missing. */
    void prepare() throws SQLException {
        mart.execute(DSL.createTableIfNotExists(table).columns(fields));
        Set<String> present = present();
        for (Field<?> field : fields) {
            if (!present.contains(field.getName())) {
                mart.execute(DSL.alterTable(table).addColumn(field));
            }
        }
        mart.execute(DSL.createIndexIfNotExists(DSL.name(published.name() + "_as_of"))
                .on(table, AS_OF));
    }

    /** Replaces the rows of the date, and of a history all that it does not hold as the warehouse does. */
    void replace(Connection warehouse, LocalDate asOf) throws IOException, SQLException {
        if (published.holdsEarlierDates()) {
            renew(warehouse, asOf);
        } else {
            mart.execute(DSL.deleteFrom(table).where(AS_OF.eq(asOf)));
            insert(warehouse, asOf, Set.of());
        }
        if (PublishedScores.areIn(published.name())) {
            new PublishedScores(warehouse, asOf).check(published.name(), rows(asOf));
        }
    }

    /**
     * Replaces the rows from the date on, or from the first that a backfill has added, since those behind it look back to it,
     * and adds those of earlier dates that the mart never saw. Dates later than the warehouse knows stay.
     */
    private void renew(Connection warehouse, LocalDate asOf) throws IOException, SQLException {
        Set<LocalDate> kept = dates();
        LocalDate from = date(warehouse, FIRST_BACKFILLED).filter(asOf::isAfter).orElse(asOf);
        LocalDate shown = kept.stream()
                .filter(asOf::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(asOf);
        LocalDate to = date(warehouse, NEWEST, shown).orElse(asOf);
        mart.execute(DSL.deleteFrom(table).where(AS_OF.between(from, to)));
        kept.removeIf(date -> !date.isBefore(from));
        insert(warehouse, to, kept);
    }

    private void insert(Connection warehouse, LocalDate asOf, Set<LocalDate> kept) throws IOException, SQLException {
        try (PreparedStatement insert = mart.prepare(insert())) {
            Batch batch = new Batch(insert);
            TableRows.read(warehouse, published, asOf, row -> {
                if (!(row[0] instanceof LocalDate date && kept.contains(date))) {
                    batch.add(row);
                }
            });
            batch.flush();
        }
    }

    private long rows(LocalDate asOf) throws SQLException {
        return mart.query(DSL.selectCount().from(table).where(AS_OF.eq(asOf)), row -> {
            row.next();
            return row.getLong(1);
        });
    }

    private static Optional<LocalDate> date(Connection warehouse, String sql, Object... values) throws SQLException {
        return Query.list(warehouse, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), sql, values)
                .get(0);
    }

    private Set<String> present() throws SQLException {
        return mart.query(DSL.selectFrom(table).where(DSL.falseCondition()), rows -> {
            Set<String> names = new HashSet<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            return names;
        });
    }

    private Set<LocalDate> dates() throws SQLException {
        return mart.query(DSL.selectDistinct(AS_OF).from(table), MartTable::dates);
    }

    private static Set<LocalDate> dates(ResultSet rows) throws SQLException {
        Set<LocalDate> dates = new HashSet<>();
        while (rows.next()) {
            dates.add(rows.getObject(1, LocalDate.class));
        }
        return dates;
    }

    private Insert<?> insert() {
        return DSL.insertInto(table).columns(fields).values(Collections.nCopies(fields.size(), null));
    }

    private static Field<?> field(PublishedColumn column) {
        return DSL.field(DSL.name(column.name()), column.kind().dataType());
    }

    /** Rows on their way into the table. */
    private static final class Batch {
        private final PreparedStatement insert;
        private int pending;

        Batch(PreparedStatement insert) {
            this.insert = insert;
        }

        void add(@Nullable Object[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
            if (++pending == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (pending > 0) {
                insert.executeBatch();
                pending = 0;
            }
        }
    }
}
