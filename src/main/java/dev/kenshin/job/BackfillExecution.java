package dev.kenshin.job;

import dev.kenshin.job.DirectSteps.StepFailed;
import dev.kenshin.ops.ExitCode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of a backfill: the dates that are missing, then the histories that readers see. */
final class BackfillExecution {
    private static final String FINISH = "finish";

    private final Night night;
    private final BackfillRequest request;
    private final StopOnSignal signal;
    private final List<LocalDate> computed = new ArrayList<>();
    private Optional<LocalDate> published = Optional.empty();

    /** @param night the last date of the request */
    BackfillExecution(Night night, BackfillRequest request, StopOnSignal signal) {
        this.night = night;
        this.request = request;
        this.signal = signal;
    }

    BackfillResult run(List<LocalDate> missing) {
        ExitCode code = attempt(missing);
        int there = request.dates().size() - missing.size();
        return new BackfillResult(code, List.copyOf(computed), there, published);
    }

    private ExitCode attempt(List<LocalDate> missing) {
        try {
            return compute(missing);
        } catch (StepFailed e) {
            return signal.stopping() ? ExitCode.TERMINATED : Failures.exitCode(List.of(e));
        } catch (Exception e) {
            Failures.tell(night.log(), "start", e);
            return Failures.exitCode(List.of(e));
        }
    }

    private ExitCode compute(List<LocalDate> missing) throws SQLException {
        Backfill backfill = new Backfill(night, request);
        Republication republication = new Republication(night, signal);
        night.log().plan(backfill.steps(missing) + 1 + republication.steps());
        computed.addAll(backfill.run(missing, signal::stopping));
        if (computed.size() < missing.size()) {
            return ExitCode.TERMINATED;
        }
        ExitCode code = republication.run(computed);
        published = republication.published();
        if (code != ExitCode.DONE) {
            return code;
        }
        new DirectSteps(night.log(), night.connections()).once(FINISH, () -> Backfilled.finish(night.inTransaction()));
        return night.log().findings().isEmpty() ? ExitCode.DONE : ExitCode.WARNINGS;
    }
}
