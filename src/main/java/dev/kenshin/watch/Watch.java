package dev.kenshin.watch;

import dev.kenshin.config.JobConfig;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * Tells the world outside of a run, as its job is configured: give it every change of the run's report. It fails nothing,
 * and holds up the end of a command by ten seconds at most.
 */
public final class Watch implements Consumer<RunReport> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Watcher> watchers;
    private final List<Problem> problems;
    private final Duration patience;
    private boolean began;
    private boolean ended;

    /** @param patience how long to wait at the end until the world has been told */
    Watch(List<Watcher> watchers, List<Problem> problems, Duration patience) {
        this.watchers = watchers;
        this.problems = problems;
        this.patience = patience;
    }

    /** Tells nobody. */
    public static Watch none() {
        return new Watch(List.of(), List.of(), PATIENCE);
    }

    /**
     * What the nights of a job tell.
     *
     * @param base what relative paths start from
     * @param environment of the process, with its variables resolved
     */
    public static Watch ofNight(JobConfig job, Path base, Home home, Map<String, String> environment, Clock clock) {
        List<Problem> problems = new CopyOnWriteArrayList<>();
        WatchSettings settings = WatchSettings.of(job, base, environment);
        List<Watcher> watchers = new ArrayList<>();
        settings.prometheus()
                .ifPresent(file -> watchers.add(new PrometheusFile(file, job.name(), home, clock, problems::add)));
        settings.ping()
                .ifPresent(ping -> watchers.add(new Pings(ping, PingPolicy.USUAL, job.name(), home, problems::add)));
        settings.traces().ifPresent(endpoint -> watchers.add(new Traces(endpoint, environment, problems::add)));
        return new Watch(watchers, problems, PATIENCE);
    }

    /** What backfills of a job tell: no more than their trace, since nobody expects one every night. */
    public static Watch ofBackfill(JobConfig job, Path base, Map<String, String> environment) {
        List<Problem> problems = new CopyOnWriteArrayList<>();
        List<Watcher> watchers = new ArrayList<>();
        WatchSettings.of(job, base, environment)
                .traces()
                .ifPresent(endpoint -> watchers.add(new Traces(endpoint, environment, problems::add)));
        return new Watch(watchers, problems, PATIENCE);
    }

    @Override
    public void accept(RunReport report) {
        if (!began) {
            began = true;
            watchers.forEach(watcher -> unharmed(() -> watcher.began(report)));
        }
        if (report.exitCode() != null) {
            end(watcher -> watcher.ended(report));
        }
    }

    /** To be called where a command ends otherwise than by the end of a run's report. */
    public void endedWithoutRun(ExitCode code) {
        if (code != ExitCode.LOCKED) {
            end(watcher -> watcher.endedWithoutRun(code));
        }
    }

    /** What went wrong with the telling. */
    public List<Problem> problems() {
        return problems.stream().distinct().toList();
    }

    private void end(Function<Watcher, CompletableFuture<?>> telling) {
        if (ended) {
            return;
        }
        ended = true;
        List<CompletableFuture<?>> told = new ArrayList<>();
        watchers.forEach(watcher -> unharmed(() -> told.add(telling.apply(watcher))));
        await(CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)));
    }

    private void await(CompletableFuture<Void> all) {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            problems.add(WatchProblems.tooSlow(patience));
        } catch (ExecutionException e) {
            tell(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A mistake of ours must not cost anybody their night. */
    private void unharmed(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private void tell(Exception failure) {
        LoggerFactory.getLogger(Watch.class).error("Nobody could be told of the run.", failure);
        problems.add(WatchProblems.unexpected(failure));
    }
}
