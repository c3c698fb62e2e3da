package dev.kenshin.source.singer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * No tap outlives Kenshin. When the process is asked to stop, the step at hand gets the time to finish its chunk and to
 * end its tap itself; after that, whatever is left is ended here.
 */
final class RunningTaps {
    /** Less than the patience of a night that is asked to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** For a tap to tidy up in. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Set<Process> RUNNING = new LinkedHashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningTaps::endAll, "end-taps"));
    }

    private RunningTaps() {}

    static void add(Process process) {
        synchronized (RUNNING) {
            RUNNING.add(process);
        }
    }

    /** Ends a process with all that it started: asks first, and insists after a while. */
    static void end(Process process) {
        List<ProcessHandle> tree = new ArrayList<>(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList());
        tree.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (ProcessHandle each : tree) {
            if (!endsBefore(each, deadline)) {
                each.destroyForcibly();
            }
        }
        synchronized (RUNNING) {
            RUNNING.remove(process);
            RUNNING.notifyAll();
        }
    }

    private static boolean endsBefore(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }

    private static void endAll() {
        List<Process> left;
        synchronized (RUNNING) {
            awaitNone();
            left = List.copyOf(RUNNING);
        }
        left.forEach(RunningTaps::end);
    }

    private static void awaitNone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!RUNNING.isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(RUNNING, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
