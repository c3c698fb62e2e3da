package dev.kenshin.job;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** How a run begins, given what the job repository remembers of the as-of date. */
sealed interface Beginning {
    NightKey night();

    /** Whether a step need not be done again. */
    default boolean isDone(JobRepository repository, String step) {
        return false;
    }

    /** The steps that need not be done again, in the order in which they were done. */
    default List<String> done(JobRepository repository) {
        return List.of();
    }

    /**
     * The night is done already.
     *
     * @param sameConfiguration whether it was done with the configuration at hand
     */
    record AlreadyComplete(NightKey night, boolean sameConfiguration) implements Beginning {}

    /** Nothing has been done yet. */
    record Fresh(NightKey night) implements Beginning {}

    /** It was unfinished, and another run has put its own in the place of what it would go on with: it begins anew. */
    record Overtaken(NightKey night) implements Beginning {
        Problem problem() {
            return Problem.warning(
                    "KEN-J20",
                    new Location.Named(night.job() + " " + night.asOf()),
                    new Text(
                            "途中だった間に別の夜か backfill が実行され、続きに使う表が置き換わっていたため、第" + night.revision() + "版として最初から計算しました。",
                            "while it was unfinished, another night or a backfill has run, and the tables that it would have"
                                    + " gone on with are theirs; it began anew as revision " + night.revision() + "."),
                    new Text(
                            "データソースは今の内容で読み直しました。途中のときと違っていないか、結果を確認してください。",
                            "Sources were read again as they are now; look whether the result is what you expect of them."));
        }
    }

    /** An earlier run failed, was stopped or was killed; it goes on at the step that was not done. */
    record Continued(NightKey night, JobExecution earlier) implements Beginning {
        @Override
        public boolean isDone(JobRepository repository, String step) {
            StepExecution last = repository.getLastStepExecution(earlier.getJobInstance(), step);
            return last != null && last.getStatus() == BatchStatus.COMPLETED;
        }

        @Override
        public List<String> done(JobRepository repository) {
            return repository.getJobExecutions(earlier.getJobInstance()).stream()
                    .sorted(Comparator.comparingLong(JobExecution::getId))
                    .flatMap(execution -> execution.getStepExecutions().stream())
                    .map(StepExecution::getStepName)
                    .distinct()
                    .filter(step -> isDone(repository, step))
                    .toList();
        }

        /**
         * The earlier execution, marked as failed where it could not do that itself. Spring Batch takes an unknown outcome
         * for fatal, and a step whose transaction was rolled back for one that runs for ever; our steps may all be done again.
         */
        JobExecution restartable(JobOperator operator) {
            List<StepExecution> unknown = earlier.getStepExecutions().stream()
                    .filter(step -> step.getStatus() == BatchStatus.UNKNOWN
                            || step.getStatus().isRunning())
                    .toList();
            boolean ended = earlier.getStatus() == BatchStatus.FAILED || earlier.getStatus() == BatchStatus.STOPPED;
            if (ended && unknown.isEmpty()) {
                return earlier;
            }
            unknown.forEach(step -> step.setStatus(BatchStatus.STARTED));
            earlier.setStatus(BatchStatus.STARTED);
            return operator.recover(earlier);
        }
    }

    /**
     * Decides. Only to be asked while the run lock is held: an execution that looks alive is then known to be dead.
     *
     * @param first the night with revision 1
     * @param request whether to compute the night again even though it is complete, and what is accepted of it
     */
    static Beginning of(JobRepository repository, NightKey first, String configurationHash, NightRequest request) {
        boolean force = request.force();
        NightKey night = first;
        JobExecution earlier = lastExecution(repository, night);
        if (earlier == null) {
            return new Fresh(first);
        }
        for (JobExecution next; (next = lastExecution(repository, night.next())) != null; earlier = next) {
            night = night.next();
        }
        boolean complete = earlier.getStatus() == BatchStatus.COMPLETED;
        boolean sameConfiguration =
                NightKey.configuration(earlier.getJobParameters()).equals(configurationHash);
        if (complete && !force) {
            return new AlreadyComplete(night, sameConfiguration);
        }
        boolean anew = force
                || !sameConfiguration
                || (isBlocked(earlier) && request.accepted().isEmpty());
        return complete || anew ? new Fresh(night.next()) : new Continued(night, earlier);
    }

    /**
     * Whether a quality gate stopped it after everything was read. What was mended since then must be read again, so that
     * such a night goes on only where a person accepts what the gate has found.
     */
    private static boolean isBlocked(JobExecution earlier) {
        return earlier.getStepExecutions().stream()
                .filter(step -> !StreamStep.isReadAgain(step.getStepName()))
                .anyMatch(step -> step.getExitStatus().getExitCode().equals(StepWatch.BLOCKED.getExitCode()));
    }

    private static @Nullable JobExecution lastExecution(JobRepository repository, NightKey night) {
        JobInstance instance = repository.getJobInstance(night.job(), night.parameters(""));
        if (instance == null) {
            return null;
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // A run was killed between creating the two; Spring Batch would never start such an instance.
            repository.deleteJobInstance(instance);
        }
        return last;
    }
}
