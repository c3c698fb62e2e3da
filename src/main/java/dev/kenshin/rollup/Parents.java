package dev.kenshin.rollup;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who is whose parent, as the accounts say. */
record Parents(TreeMap<String, String> byAccount) {

    /** The accounts of the snapshot that name another as their parent. */
    static Parents of(Connection connection, LocalDate asOf) throws SQLException {
        TreeMap<String, String> parents = new TreeMap<>();
        Query.list(
                connection,
                row -> parents.putIfAbsent(row.getString(1), row.getString(2)),
                "select account_id, parent_id from model.account join score.account_health using (account_id)"
                        + " where as_of = ? qualify row_number() over (partition by account_id order by mapping, record_key) = 1"
                        + " and parent_id <> account_id and parent_id <> ''",
                asOf);
        return new Parents(parents);
    }

    /** The circles, each from its smallest account on. Every account is climbed over once. */
    List<ParentCircle> circles() {
        List<ParentCircle> circles = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        for (String account : byAccount.keySet()) {
            Map<String, Integer> path = new HashMap<>();
            List<String> climbed = new ArrayList<>();
            String next = account;
            while (next != null && settled.add(next)) {
                path.put(next, climbed.size());
                climbed.add(next);
                next = byAccount.get(next);
            }
            Integer begin = path.get(next);
            if (begin != null) {
                circles.add(ParentCircle.of(climbed.subList(begin, climbed.size())));
            }
        }
        return circles;
    }
}
