package dev.kenshin.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Tells a service that minds whether nights come to an end when one begins, and how it ended. */
final class Pings implements Watcher {
    private final PingSettings settings;
    private final PingPolicy policy;
    private final String job;
    private final RunReports reports;
    private final Consumer<Problem> problems;
    /** One thread, so that an end does not overtake its beginning; one that does not keep the process alive. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Pings::daemon);

    Pings(PingSettings settings, PingPolicy policy, String job, Home home, Consumer<Problem> problems) {
        this.settings = settings;
        this.policy = policy;
        this.job = job;
        this.reports = new RunReports(home);
        this.problems = problems;
    }

    @Override
    public void began(RunReport report) {
        settings.atStart().ifPresent(address -> thread.execute(() -> ping(address, "")));
    }

    @Override
    public CompletableFuture<?> ended(RunReport report) {
        int code = report.exitCode() == null ? ExitCode.FAILED.code() : report.exitCode();
        return last(send(settings.atEnd(code), PingSummary.of(report)));
    }

    @Override
    public CompletableFuture<?> endedWithoutRun(ExitCode code) {
        int told = code == ExitCode.DONE ? ofCompleteNight() : code.code();
        return last(send(settings.atEnd(told), job + ": nothing was run, exit code " + told + "\n"));
    }

    /** That the night is complete is no news, and must not make anybody forget its warnings. */
    private int ofCompleteNight() {
        try {
            return reports.newest(report -> report.run().job().equals(job) && report.succeeded())
                    .map(RunReport::exitCode)
                    .orElse(ExitCode.DONE.code());
        } catch (IOException e) {
            return ExitCode.DONE.code();
        }
    }

    private CompletableFuture<?> last(CompletableFuture<?> sent) {
        thread.shutdown();
        return sent;
    }

    private CompletableFuture<?> send(Optional<String> address, String body) {
        return address.<CompletableFuture<?>>map(there -> CompletableFuture.runAsync(() -> ping(there, body), thread))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private void ping(String address, String body) {
        try {
            Optional<Text> failure = new Ping(address, settings.method(), policy).send(body.getBytes(UTF_8));
            failure.ifPresent(why -> problems.accept(WatchProblems.pingFailed(Ping.server(address), why)));
        } catch (RuntimeException e) {
            problems.accept(WatchProblems.unexpected(e));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ping");
        thread.setDaemon(true);
        return thread;
    }
}
