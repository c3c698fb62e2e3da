package dev.kenshin.watch;

import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.http.Redaction;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sends a trace of each run. Its spans are made when the run has ended, from the times in its report, so that nothing of
 * OpenTelemetry is loaded before, or where no trace is wanted.
 */
final class Traces implements Watcher {
    private final String endpoint;
    private final Map<String, String> environment;
    private final Consumer<Problem> problems;

    /** @param endpoint of the collector, without {@code /v1/traces}; empty where the environment says it */
    Traces(String endpoint, Map<String, String> environment, Consumer<Problem> problems) {
        this.endpoint = endpoint;
        this.environment = environment;
        this.problems = problems;
    }

    @Override
    public CompletableFuture<?> ended(RunReport report) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Thread thread = new Thread(() -> send(report, sent), "traces");
        thread.setDaemon(true);
        thread.start();
        return sent;
    }

    private void send(RunReport report, CompletableFuture<Void> sent) {
        try (TraceExport export = TraceExport.open(endpoint, environment)) {
            new RunTrace(export.tracer(), export.parent(environment)).write(report);
            export.finish().ifPresent(this::tell);
        } catch (RuntimeException e) {
            tell(String.valueOf(e.getMessage()));
        } finally {
            sent.complete(null);
        }
    }

    /** What cannot be understood is quoted, and addresses and headers may hold secrets. */
    private void tell(String why) {
        Stream<String> said = environment.entrySet().stream()
                .filter(variable -> variable.getKey().matches("OTEL_.*_(HEADERS|ENDPOINT)"))
                .map(Map.Entry::getValue);
        Redaction redaction =
                new Redaction(Stream.concat(said, Stream.of(endpoint)).toList());
        problems.accept(WatchProblems.notExported(redaction.of(why)));
    }
}
