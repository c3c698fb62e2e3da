package dev.kenshin.job;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;

/** How a run begins, given what the job repository remembers of the as-of date. */
sealed interface Beginning {
    NightKey night();

    /** The night is done already. */
    record AlreadyComplete(NightKey night) implements Beginning {}

    /** Nothing has been done yet. */
    record Fresh(NightKey night) implements Beginning {}

    /** An earlier run failed, was stopped or was killed; it goes on at the step that was not done. */
    record Continued(NightKey night, JobExecution earlier) implements Beginning {}

    /**
     * Decides. Only to be asked while the run lock is held: an execution that looks alive is then known to be dead.
     *
     * @param first the night with revision 1
     * @param force compute the night again, even though it is complete
     */
    static Beginning of(JobRepository repository, NightKey first, String configurationHash, boolean force) {
        NightKey night = first;
        JobExecution earlier = lastExecution(repository, night);
        if (earlier == null) {
            return new Fresh(first);
        }
        for (JobExecution next; (next = lastExecution(repository, night.next())) != null; earlier = next) {
            night = night.next();
        }
        boolean complete = earlier.getStatus() == BatchStatus.COMPLETED;
        if (complete && !force) {
            return new AlreadyComplete(night);
        }
        boolean sameConfiguration =
                NightKey.configuration(earlier.getJobParameters()).equals(configurationHash);
        return complete || force || !sameConfiguration ? new Fresh(night.next()) : new Continued(night, earlier);
    }

    private static @Nullable JobExecution lastExecution(JobRepository repository, NightKey night) {
        JobInstance instance = repository.getJobInstance(night.job(), night.parameters(""));
        return instance == null ? null : repository.getLastJobExecution(instance);
    }
}
