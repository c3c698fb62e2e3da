package dev.kenshin.publish;

/** A published table does not hold all scores of its snapshot. Readers have not seen it. */
public final class IncompletePublication extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String table;
    private final long expected;
    private final long found;

    IncompletePublication(String table, long expected, long found) {
        super(table + " has " + found + " rows instead of " + expected);
        this.table = table;
        this.expected = expected;
        this.found = found;
    }

    public String table() {
        return table;
    }

    /** How many scores there are. */
    public long expected() {
        return expected;
    }

    /** How many were published. */
    public long found() {
        return found;
    }
}
