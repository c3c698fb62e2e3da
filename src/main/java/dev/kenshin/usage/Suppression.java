package dev.kenshin.usage;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Takes out what users and accounts did who are forgotten, and counts these events. */
final class Suppression {
    private final Forgotten forgotten;
    private final Map<String, Boolean> users = new HashMap<>();
    private final Map<String, Boolean> accounts = new HashMap<>();
    private long events;

    Suppression(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

    long events() {
        return events;
    }

    /** Whether a row must not be kept; if so, its events are counted. */
    boolean takes(String account, String user, int rowEvents) {
        boolean taken =
                users.computeIfAbsent(user, forgotten::user) || accounts.computeIfAbsent(account, forgotten::account);
        events += taken ? rowEvents : 0;
        return taken;
    }

    /** Removes such rows of parts. */
    void removeFrom(Connection conn, Collection<Integer> parts) throws SQLException {
        if (forgotten != Forgotten.NOBODY) {
            remove(conn, parts, "user_id", forgotten::user);
            remove(conn, parts, "account_key", forgotten::account);
        }
    }

    private void remove(Connection conn, Collection<Integer> parts, String column, Predicate<String> gone)
            throws SQLException {
        String rows = " from usage.daily where part_id in (select unnest(?::integer[]))";
        Object[] ids = parts.toArray();
        List<String> values = Query.list(
                        conn,
                        row -> row.getString(1),
                        "select distinct " + column + rows + " and " + column + " is not null",
                        conn.createArrayOf("integer", ids))
                .stream()
                .filter(gone)
                .toList();
        if (!values.isEmpty()) {
            String those = rows + " and " + column + " in (select unnest(?::varchar[]))";
            events += Query.number(
                    conn,
                    "select sum(events)" + those,
                    conn.createArrayOf("integer", ids),
                    conn.createArrayOf("varchar", values.toArray()));
            Query.update(
                    conn,
                    "delete" + those,
                    conn.createArrayOf("integer", ids),
                    conn.createArrayOf("varchar", values.toArray()));
        }
    }
}
