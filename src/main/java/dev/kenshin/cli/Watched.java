package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import dev.kenshin.watch.JsonLog;
import dev.kenshin.watch.Watch;
import java.util.concurrent.Callable;

/** A command whose runs are watched: the world outside is told of whatever end the command comes to. */
final class Watched {
    private final Session session;
    private final LogFormat format;
    private Watch watch = Watch.none();

    Watched(Session session, LogFormat format) {
        this.session = session;
        this.format = format;
    }

    /** Who watches; nobody before the job has been read. */
    Watch watch() {
        return watch;
    }

    void by(Watch known) {
        watch = known;
    }

    /** Does the work. What went wrong with the telling is said last. */
    int run(Callable<ExitCode> work) throws Exception {
        try {
            ExitCode code = work.call();
            watch.endedWithoutRun(code);
            return code.code();
        } catch (Exception e) {
            watch.endedWithoutRun(FailureMessages.exitCode(e));
            throw e;
        } finally {
            watch.problems().forEach(this::tell);
        }
    }

    private void tell(Problem problem) {
        if (format == LogFormat.JSON) {
            try (JsonLog log = session.jsonLog()) {
                log.tell(problem);
            }
        } else {
            session.terminal().err().println(problem.in(session.language()));
        }
    }
}
