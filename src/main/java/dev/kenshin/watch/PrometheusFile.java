package dev.kenshin.watch;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import dev.kenshin.problem.Problem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Keeps the file that node_exporter's textfile collector reads. All that it says comes from the reports of the home, so that
 * what an earlier run came to is still told while another goes on.
 */
final class PrometheusFile implements Watcher {
    private final Path file;
    private final String job;
    private final RunReports reports;
    private final Clock clock;
    private final Consumer<Problem> problems;

    PrometheusFile(Path file, String job, Home home, Clock clock, Consumer<Problem> problems) {
        this.file = file;
        this.job = job;
        this.reports = new RunReports(home);
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    public void began(RunReport report) {
        write(() -> new RunGauges(job).running(report).ended(newest(false)).succeeded(newest(true)));
    }

    @Override
    public CompletableFuture<?> ended(RunReport report) {
        Optional<RunReport> last = Optional.of(report);
        write(() -> new RunGauges(job)
                .idle()
                .ended(last)
                .succeeded(last.filter(RunReport::succeeded).or(() -> quietly(() -> newest(true)))));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<?> endedWithoutRun(ExitCode code) {
        write(() -> {
            RunGauges gauges = now();
            return (code == ExitCode.DONE ? gauges.ended(newest(false)) : gauges.refused(clock.instant(), code))
                    .succeeded(quietly(() -> newest(true)));
        });
        return CompletableFuture.completedFuture(null);
    }

    /** A command that was refused may have looked in while another one runs. */
    private RunGauges now() {
        Optional<RunReport> running = quietly(
                        () -> reports.newest(report -> report.run().job().equals(job)))
                .filter(report -> report.state() == RunState.RUNNING && !report.killed());
        RunGauges gauges = new RunGauges(job);
        return running.isPresent() ? gauges.running(running.get()) : gauges.idle();
    }

    private Optional<RunReport> newest(boolean successful) throws IOException {
        return reports.newest(report ->
                report.run().job().equals(job) && report.exitCode() != null && (!successful || report.succeeded()));
    }

    private interface Search {
        Optional<RunReport> report() throws IOException;
    }

    /** That a home cannot be read may be what has to be told. */
    private static Optional<RunReport> quietly(Search search) {
        try {
            return search.report();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private interface Content {
        RunGauges read() throws IOException;
    }

    private void write(Content content) {
        try {
            byte[] bytes = content.read().text();
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp"); // a name that is not collected
            Files.write(unfinished, bytes);
            letOthersRead(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            problems.accept(WatchProblems.unwritable(file, String.valueOf(e.getMessage())));
        }
    }

    /** The collector is another user, and there are only numbers in the file. */
    private static void letOthersRead(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
