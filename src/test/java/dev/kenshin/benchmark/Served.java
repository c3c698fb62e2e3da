package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sandbox in a process of its own, so that what it costs is not taken for what the night costs. */
final class Served implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 600;

    private final Process process;
    private final Path log;

    private Served(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Serves a company's files on a port that is free; returns once it does. */
    static Served start(Path data) throws IOException, InterruptedException {
        Path log = data.resolveSibling("sandbox.log");
        Process process = new ProcessBuilder(Jvm.server("sandbox", "--port", "0", "--data", data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Served served = new Served(process, log);
        served.awaitStart();
        return served;
    }

    /** Where kintone lies. */
    String kintone() throws IOException {
        return addresses().stream()
                .filter(line -> line.endsWith("/kintone"))
                .findFirst()
                .orElseThrow();
    }

    /** What the process has taken so far. */
    Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The addresses are printed together, once they are served. */
    private void awaitStart() throws IOException, InterruptedException {
        for (int second = 0; addresses().isEmpty(); second++) {
            if (second > PATIENCE_SECONDS || process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("the sandbox does not start, see " + log);
            }
        }
    }

    private List<String> addresses() throws IOException {
        List<String> lines = Files.readAllLines(log);
        boolean ready = lines.stream().anyMatch(line -> !line.startsWith("http"));
        return ready ? lines.stream().filter(line -> line.startsWith("http")).toList() : List.of();
    }
}
