package dev.kenshin.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * SIGKILL for PostgreSQL, which stays down until the run has ended.
 *
 * @param point that the run passes; if there is none, its start
 * @param after whether the run has passed the point, or is just about to
 * @param delay from then on; the run stands still where there is none
 */
record ServerKill(String name, Optional<Point> point, boolean after, Duration delay) implements Fault {
    static ServerKill afterStart(String name, Duration delay) {
        return new ServerKill(name, Optional.empty(), true, delay);
    }

    @Override
    public String detail() {
        return delay.toMillis() + " ms " + (after ? "after " : "before ")
                + point.map(Point::name).orElse("the start");
    }

    @Override
    public boolean strike(Round round) throws Exception {
        PostgresServer server = (PostgresServer) round.world();
        try (MartReaders readers = MartReaders.watch(server, round)) {
            return point.isPresent() ? strikeAt(point.get(), server, round) : strikeAfterStart(server, round);
        }
    }

    private boolean strikeAfterStart(PostgresServer server, Round round) throws Exception {
        try (Run run = round.start()) {
            run.goesOnFor(delay);
            server.kill();
            return failed(run, server, round);
        }
    }

    private boolean strikeAt(Point reached, PostgresServer server, Round round) throws Exception {
        Killer killer = new Killer(server);
        try (Debugger debugger = Debugger.listen();
                Run run = round.start(debugger.option())) {
            debugger.watch(List.of(reached), killer);
            killer.done.join();
            failed(run, server, round);
            return killer.reached;
        }
    }

    /** Whether the run noticed; then it has shown no file, and published nothing at all if it had not come that far. */
    private static boolean failed(Run run, PostgresServer server, Round round) throws Exception {
        long down = System.nanoTime();
        round.expectExit(run, 0, 1);
        round.measured("end after the kill", Duration.ofNanos(System.nanoTime() - down));
        server.restart();
        boolean failed = run.exitCode() != 0;
        if (failed && !run.said().contains("show snapshot")) {
            round.readersSeeOldFiles();
        }
        if (failed && !run.said().contains("publish ")) {
            round.readersSeeOld();
        }
        return failed;
    }

    private final class Killer implements Debugger.Watcher {
        private final PostgresServer server;
        private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        private boolean reached;

        Killer(PostgresServer server) {
            this.server = server;
        }

        @Override
        public boolean before(Point now) {
            boolean first = !reached;
            reached = true;
            if (first && !after) {
                strike();
            }
            return first && after;
        }

        @Override
        public void after(Point passed) {
            strike();
        }

        private void strike() {
            Executor when = delay.isZero()
                    ? Runnable::run
                    : CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
            done = CompletableFuture.runAsync(server::kill, when);
        }
    }
}
