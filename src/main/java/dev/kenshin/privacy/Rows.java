package dev.kenshin.privacy;

import dev.kenshin.privacy.TextColumns.Table;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes a subject out of the tables of a database that hold figures and words about it: the warehouse's, the mart's, and
 * those of the job repository. Works in the caller's transaction.
 */
public final class Rows {
    private final Connection conn;
    private final Subject subject;
    private final Wording wording;
    private final TextColumns columns;
    private final Predicate<Table> ours;
    private final List<Found> found = new ArrayList<>();

    private Rows(Connection conn, Subject subject, Predicate<Table> ours) {
        this.conn = conn;
        this.subject = subject;
        this.wording = new Wording(subject);
        this.columns = new TextColumns(conn);
        this.ours = ours;
    }

    /** Of a database in which every table is Kenshin's. */
    static Rows ofWarehouse(Connection conn, Subject subject) {
        return new Rows(conn, subject, any -> true);
    }

    /**
     * Of a database in which others may have tables, which are left alone.
     *
     * @param names in lower case, of the tables that are Kenshin's in the connection's schema
     */
    public static Rows of(Connection conn, Subject subject, Predicate<String> names) throws SQLException {
        String schema = conn.getSchema();
        return new Rows(
                conn,
                subject,
                table ->
                        table.schema().equals(schema) && names.test(table.name().toLowerCase(Locale.ROOT)));
    }

    private List<Table> tables() throws SQLException {
        return columns.tables().stream().filter(ours).toList();
    }

    /**
     * Removes the rows of accounts and users, empties what points to an account, and takes addresses out of every text.
     *
     * @param where stands before the tables' names in what is found
     */
    public List<Found> remove(String where) throws SQLException {
        for (Table table : tables()) {
            String name = where + table.schema() + "." + table.name();
            removeRows(table, name);
            emptyReferences(table, name);
            removeMentions(table, name);
            removeAddresses(table, name);
        }
        return List.copyOf(found);
    }

    /**
     * Takes addresses out of texts that tell of runs, and the names of accounts out of messages; every row stays. What steps
     * remember may hold a name by chance, such as a state.
     */
    public List<Found> replaceTexts(String where) throws SQLException {
        for (Table table : tables()) {
            String name = where + table.schema() + "." + table.name();
            for (String column : table.texts()) {
                if (!subject.account() || column.toLowerCase(Locale.ROOT).endsWith("message")) {
                    note(name, Found.Fate.CHANGED, columns.replace(table, column, subject.words(), wording::without));
                }
            }
        }
        return List.copyOf(found);
    }

    private void removeRows(Table table, String name) throws SQLException {
        for (String account : subject.accounts()) {
            delete(table, name, "account_id", account);
        }
        for (String user : subject.of(Kind.USER)) {
            delete(table, name, "user_id", user);
        }
        for (String email : subject.addresses()) {
            deleteWhere(table, name, "user_id", "lower(%s) = ?", email);
        }
    }

    private void delete(Table table, String name, String column, String value) throws SQLException {
        deleteWhere(table, name, column, "%s = ?", value);
    }

    private void deleteWhere(Table table, String name, String column, String condition, String value)
            throws SQLException {
        if (table.columns().contains(column)) {
            String where = condition.formatted(table.column(column));
            note(name, Found.Fate.REMOVED, update("delete from " + table.sql() + " where " + where, value));
        }
    }

    /** Figures of many accounts stay; that one of them was the worst, or the parent, goes. */
    private void emptyReferences(Table table, String name) throws SQLException {
        for (String account : subject.accounts()) {
            if (table.columns().contains("worst_account_id")) {
                empty(table, name, "worst_account_id", "worst_", account);
            }
            if (table.columns().contains("parent_id")) {
                empty(table, name, "parent_id", "parent_id", account);
            }
            if (table.columns().containsAll(Set.of("dimension", "member"))) {
                removeMember(table, name, account);
            }
        }
    }

    /** Empties the columns whose names begin like that. */
    private void empty(Table table, String name, String column, String start, String account) throws SQLException {
        String emptied = table.columns().stream()
                .filter(each -> each.startsWith(start))
                .map(each -> table.column(each) + " = null")
                .collect(Collectors.joining(", "));
        String sql = "update " + table.sql() + " set " + emptied + " where " + table.column(column) + " = ?";
        note(name, Found.Fate.CHANGED, update(sql, account));
    }

    private void removeMember(Table table, String name, String account) throws SQLException {
        String sql = "delete from " + table.sql() + " where " + table.column("dimension") + " in ('parent', 'children')"
                + " and " + table.column("member") + " = ?";
        note(name, Found.Fate.REMOVED, update(sql, account));
    }

    /** Rows of the quarantine name accounts that are alike; the next night writes them anew, without this one. */
    private void removeMentions(Table table, String name) throws SQLException {
        if (!subject.account() || !table.name().toLowerCase(Locale.ROOT).startsWith("quarantine")) {
            return;
        }
        for (String column : table.texts()) {
            String sql = "delete from " + table.sql() + " where " + Quoted.name(column) + " = ?";
            for (String value : mentions(table, Quoted.name(column))) {
                note(name, Found.Fate.REMOVED, update(sql, value));
            }
        }
    }

    private List<String> mentions(Table table, String column) throws SQLException {
        String sql = "select distinct " + column + " from " + table.sql() + " where " + column + " is not null";
        return Query.list(conn, row -> row.getString(1), sql).stream()
                .filter(wording::isIn)
                .toList();
    }

    private void removeAddresses(Table table, String name) throws SQLException {
        if (subject.addresses().isEmpty()) {
            return;
        }
        for (String column : table.texts()) {
            note(name, Found.Fate.CHANGED, columns.replace(table, column, subject.addresses(), wording::without));
        }
    }

    private long update(String sql, String value) throws SQLException {
        return Query.update(conn, sql, value);
    }

    private void note(String name, Found.Fate fate, long rows) {
        if (rows > 0) {
            found.add(new Found(name, fate, rows));
        }
    }
}
