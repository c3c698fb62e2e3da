package dev.kenshin.cli;

import dev.kenshin.ops.RunReport;
import java.util.function.Consumer;

/** Shows how a run goes on, on standard error. */
interface ProgressView extends Consumer<RunReport>, AutoCloseable {

    /** Ends the showing; doing it twice does no harm. */
    @Override
    void close();

    static ProgressView of(LogFormat format, Session session) {
        if (format == LogFormat.AUTO && session.terminal().interactive()) {
            return new ProgressOnTerminal(session);
        }
        return format == LogFormat.JSON ? new ProgressJson(session) : new ProgressLines(session);
    }
}
