package dev.kenshin.usage;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes {@code model.usage_daily} of the parts: one row an account, user, day and event. Adding up costs time, so that
 * only those days are added up of which several parts hold events, and those accounts that have several keys.
 */
final class UsageView {
    private static final String ROWS = "select k.account_id, d.user_id, d.day, d.event, d.events::bigint as events,"
            + " d.seconds from usage.daily d join usage.account_key k using (source, account_key)";
    private static final String SHARED = "(k.shared or d.day in (select day from usage.shared_day))";

    private UsageView() {}

    /** Writes what all usage sources share, so that only one transaction at a time may do it: that which links keys. */
    static void renew(Connection conn) throws SQLException {
        Query.update(conn, "delete from usage.shared_day");
        Query.update(
                conn, "insert into usage.shared_day select day from usage.part_day group by day having count(*) > 1");
        boolean shared = Query.number(
                        conn,
                        "select (select count(*) from usage.shared_day)"
                                + " + (select count(*) from usage.account_key where shared)")
                > 0;
        Query.update(conn, "create or replace view model.usage_daily as " + (shared ? addedUp() : ROWS));
    }

    private static String addedUp() {
        return ROWS + " where not " + SHARED
                + " union all select account_id, user_id, day, event, sum(events)::bigint as events,"
                + " sum(seconds)::decimal(18, 4) as seconds from (" + ROWS + " where " + SHARED + ") group by all";
    }
}
