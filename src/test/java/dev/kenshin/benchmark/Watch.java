package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs a process and looks at it all the time. */
final class Watch {
    private static final int EVERY_MILLIS = 10;

    private final Process process;
    private Duration processor = Duration.ZERO;
    private long peakBytes;

    private Watch(Process process) {
        this.process = process;
    }

    /**
     * Runs a command to its end.
     *
     * @param log takes what it prints
     * @param good the exit codes that it may have
     * @throws IllegalStateException if it ended otherwise
     */
    static Measured run(List<String> command, Path directory, Path log, Set<Integer> good)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Watch watch = new Watch(process);
        watch.untilItEnds();
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (!good.contains(process.exitValue())) {
            throw new IllegalStateException("exit code " + process.exitValue() + ", see " + log);
        }
        return new Measured(wall, watch.processor, watch.peakBytes);
    }

    private void untilItEnds() throws InterruptedException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            process.info().totalCpuDuration().ifPresent(duration -> processor = duration);
            peakBytes = Math.max(peakBytes, peak(status));
        }
    }

    /** Linux keeps the high-water mark itself. */
    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
