package dev.kenshin.cli;

import picocli.CommandLine.Model.CommandSpec;

/** How wide a page may be. */
final class PageWidth {
    private static final int WIDTH_OF_A_FILE = 160;

    private PageWidth() {}

    /** The terminal's own, unless COLUMNS says otherwise; what goes into a file or a pipe may be wide. */
    static int of(Session session, CommandSpec spec) {
        String columns = session.environment().getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9]\\d{1,4}")) {
            return Integer.parseInt(columns);
        }
        return session.terminal().interactive()
                ? spec.usageMessage().autoWidth(true).width()
                : WIDTH_OF_A_FILE;
    }
}
