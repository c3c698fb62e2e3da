package dev.kenshin.publish;

import dev.kenshin.problem.Text;
import java.util.List;

/**
 * A table that an analyst sees.
 *
 * @param columns the first is always {@code as_of}
 * @param sql a query over the warehouse that yields exactly these columns, strictly ordered; {@code $1} is the as-of date
 */
public record PublishedTable(String name, Text label, List<PublishedColumn> columns, String sql) {
    static final String HISTORY = "health_history";
    static final String FURTHER = "scorecard_health";

    /** Whether the workbook has a sheet of it only where it has rows, since most companies never ask for any. */
    boolean onlyWhereFilled() {
        return name.equals(FURTHER);
    }

    /** Whether the table holds the snapshots of earlier dates as well. */
    boolean holdsEarlierDates() {
        return name.equals(HISTORY);
    }
}
