package dev.kenshin.job;

import dev.kenshin.source.Pause;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Lets a job end in order when the process is asked to stop: the chunk at hand is finished, the job is marked as stopped,
 * everything is closed, and only then does the process end. The same command goes on from there.
 */
final class StopOnSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop-on-signal");
    private boolean stopping;
    private @Nullable Runnable stop;
    private @Nullable StoppablePause pause;

    /** From now on the process ends only when this is closed, or patience has run out. */
    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process has been asked to stop. */
    synchronized boolean stopping() {
        return stopping;
    }

    /** The same pause, which ends when the process is asked to stop. */
    synchronized Pause pause(Pause whole) {
        StoppablePause stoppable = new StoppablePause(whole);
        if (stopping) {
            stoppable.stop();
        }
        pause = stoppable;
        return stoppable;
    }

    /** To be told when a job begins, so that it can be stopped. */
    JobExecutionListener listener(JobOperator operator) {
        return new JobExecutionListener() {
            @Override
            public void beforeJob(JobExecution execution) {
                watch(() -> stop(operator, execution));
            }
        };
    }

    /** To be called when everything is written and closed; a process that is waiting to end does so then. */
    @Override
    public void close() {
        ended.countDown();
        if (!stopping()) {
            forgetHook();
        }
    }

    private synchronized void watch(Runnable stopIt) {
        stop = stopIt;
        if (stopping) {
            stopIt.run();
        }
    }

    private void stopAndWait() {
        begin();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The step at hand did not end within {} s; it will begin again.", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin() {
        stopping = true;
        if (stop != null) {
            stop.run();
        }
        if (pause != null) {
            pause.stop(); // after the job knows of it, so that what is interrupted is not taken for an outage
        }
    }

    private static void stop(JobOperator operator, JobExecution execution) {
        try {
            operator.stop(execution);
        } catch (JobExecutionNotRunningException e) {
            LOG.debug("The job had just ended.", e);
        } catch (RuntimeException e) {
            LOG.warn("The job could not be asked to stop; waiting for its end.", e);
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending already.", e);
        }
    }
}
