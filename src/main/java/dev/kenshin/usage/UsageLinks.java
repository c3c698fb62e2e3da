package dev.kenshin.usage;

import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which account each account key of the events stands for. Usage of keys without a link is in no account's rows. */
public final class UsageLinks {
    private UsageLinks() {}

    /** Forgets the links of usage sources that are no longer configured: their events are in nobody's rows then. */
    public static void keep(Connection conn, Collection<String> sources) throws SQLException {
        Query.update(
                conn,
                "delete from usage.account_key where source not in (select unnest(?::varchar[]))",
                conn.createArrayOf("varchar", sources.toArray()));
        UsageView.renew(conn);
    }

    /** Every account key that a usage source's events name, sorted. */
    public static List<String> keys(Connection conn, String source) throws SQLException {
        return Query.list(
                conn,
                row -> row.getString(1),
                "select distinct account_key from usage.daily where source = ? order by account_key",
                source);
    }

    /**
     * Replaces the links of a usage source, in the caller's transaction.
     *
     * @param accounts id of the account by key; keys that could not be linked are left out
     */
    public static void replace(Connection conn, String source, Map<String, String> accounts) throws SQLException {
        Query.update(conn, "delete from usage.account_key where source = ?", source);
        try (BulkWriter writer = BulkWriter.into(conn, "usage", "account_key")) {
            for (Map.Entry<String, String> link : accounts.entrySet()) {
                writer.row(source, link.getKey(), link.getValue(), false);
            }
        }
        Query.update(
                conn,
                "update usage.account_key set shared = account_id in"
                        + " (select account_id from usage.account_key group by account_id having count(*) > 1)");
        UsageView.renew(conn);
    }
}
