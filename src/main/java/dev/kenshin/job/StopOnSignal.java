package dev.kenshin.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Lets a job end in order when the process is asked to stop: the chunk at hand is finished, the job is marked as stopped,
 * and only then does the process end. The same command goes on from there.
 */
final class StopOnSignal implements JobExecutionListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);
    private static final long PATIENCE_SECONDS = 30;

    private final JobOperator operator;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    StopOnSignal(JobOperator operator) {
        this.operator = operator;
    }

    /** Whether the process has been asked to stop. */
    boolean stopping() {
        return stopping;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(execution), "stop-on-signal"));
    }

    /** To be called when everything is written and closed; a process that is waiting to end does so then. */
    @Override
    public void close() {
        ended.countDown();
    }

    private void stopAndWait(JobExecution execution) {
        if (ended.getCount() == 0) {
            return;
        }
        stopping = true;
        try {
            operator.stop(execution);
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The step at hand did not end within {} s; the same command begins it again.",
                        PATIENCE_SECONDS);
            }
        } catch (JobExecutionNotRunningException e) {
            LOG.debug("The job had just ended.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
