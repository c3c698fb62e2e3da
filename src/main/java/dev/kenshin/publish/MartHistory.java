package dev.kenshin.publish;

import dev.kenshin.file.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a mart holds of all dates, for looking and for taking dates away. Tables that were never published are passed over. */
public final class MartHistory implements AutoCloseable {
    private static final String SNAPSHOT = "snapshot";
    private static final Field<LocalDate> AS_OF = DSL.field(DSL.name("as_of"), SQLDataType.LOCALDATE);

    private final Connection connection;
    private final MartSession mart;
    private final Optional<Path> file;
    private final List<String> tables;

    private MartHistory(Connection connection, MartDatabase database, PublishedTables published) throws SQLException {
        this.connection = connection;
        this.mart = new MartSession(connection, database.dialect());
        this.file = database.file();
        Set<String> present = present(connection);
        List<String> names = new ArrayList<>(
                published.all().stream().map(PublishedTable::name).toList());
        names.add(SNAPSHOT);
        this.tables = names.stream().filter(present::contains).toList();
    }

    /**
     * Opens what the mart holds of nights.
     *
     * @throws SQLException if it cannot be reached
     */
    public static MartHistory open(MartDatabase database, PublishedTables published) throws SQLException {
        Connection connection = database.open();
        try {
            return new MartHistory(connection, database, published);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Every date that is in any of the tables. */
    public NavigableSet<LocalDate> dates() throws SQLException {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        for (String table : tables) {
            dates.addAll(mart.query(DSL.selectDistinct(AS_OF).from(table(table)), rows -> {
                Set<LocalDate> found = new HashSet<>();
                while (rows.next()) {
                    found.add(rows.getObject(1, LocalDate.class));
                }
                return found;
            }));
        }
        return dates;
    }

    /** For each table the number of rows of these dates, where there are any. */
    public Map<String, Long> rows(Collection<LocalDate> dates) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : tables) {
            long count = mart.query(DSL.selectCount().from(table(table)).where(of(dates)), rows -> {
                rows.next();
                return rows.getLong(1);
            });
            if (count > 0) {
                counts.put(table, count);
            }
        }
        return counts;
    }

    /** Removes these dates from all tables at once. */
    public void remove(Collection<LocalDate> dates) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : tables) {
            mart.execute(DSL.deleteFrom(table(table)).where(of(dates)));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Lets an H2 file give back the room of what was removed; servers do that by themselves. Nothing can be asked afterwards. */
    public void compact() throws IOException, SQLException {
        if (file.isPresent()) {
            Access access = Access.of(file.get());
            try (Statement statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            }
            access.give(file.get());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Condition of(Collection<LocalDate> dates) {
        return AS_OF.in(dates);
    }

    private static Table<?> table(String name) {
        return DSL.table(DSL.name(name));
    }

    private static Set<String> present(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
