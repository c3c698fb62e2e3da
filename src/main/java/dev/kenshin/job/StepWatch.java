package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepName;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the run's report how steps fare. That one was asked to stop is no failure of it. */
final class StepWatch implements StepExecutionListener {
    /** Of a step in which a quality gate stopped the night. */
    static final ExitStatus BLOCKED = new ExitStatus("BLOCKED");

    private final RunLog log;

    StepWatch(RunLog log) {
        this.log = log;
    }

    @Override
    public void beforeStep(StepExecution step) {
        new StepName(step.getStepName()).begin();
        log.stepStarted(step.getStepName());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        RunState state = state(step.getStatus());
        if (state == RunState.FAILED) {
            step.getFailureExceptions().forEach(failure -> Failures.tell(log, step.getStepName(), failure));
        }
        log.stepEnded(step.getStepName(), state);
        StepName.end();
        return isBlocked(step) ? BLOCKED : step.getExitStatus();
    }

    private static boolean isBlocked(StepExecution step) {
        return step.getStatus() == BatchStatus.FAILED
                && Failures.exitCode(step.getFailureExceptions()) == ExitCode.GATE;
    }

    private static RunState state(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> RunState.DONE;
            case STOPPED, STOPPING -> RunState.STOPPED;
            default -> RunState.FAILED;
        };
    }
}
