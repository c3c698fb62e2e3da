package dev.kenshin.publish;

/**
 * The table {@code health_history} as it fits into a sheet for years: the days of the last month, and of the months before
 * the last snapshot. The newest come first, so that a sheet that is too short nevertheless loses the oldest.
 */
final class HistorySheet {
    private HistorySheet() {}

    /** The table with fewer rows and the same columns. */
    static PublishedTable of(PublishedTable history) {
        String sql = "with history as (\n" + history.sql() + ")\n" + """
                select * from history
                where as_of > cast($1 as date) - 31
                    or as_of in (select max(as_of) from history group by date_trunc('month', as_of))
                order by as_of desc, account_id
                """;
        return new PublishedTable(history.name(), history.label(), history.columns(), sql);
    }
}
