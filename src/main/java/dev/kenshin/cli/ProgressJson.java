package dev.kenshin.cli;

import dev.kenshin.ops.RunReport;
import dev.kenshin.watch.JsonLog;

/** A JSON object a line, for machines. */
final class ProgressJson implements ProgressView {
    private final JsonLog log;

    ProgressJson(Session session) {
        this.log = session.jsonLog();
    }

    @Override
    public void accept(RunReport report) {
        log.accept(report);
    }

    @Override
    public void close() {
        log.close();
    }
}
