package dev.kenshin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, from its start to its end. */
final class Run implements AutoCloseable {
    /** The exit code of a process that SIGKILL ended. */
    static final int KILLED = 137;

    private final Process process;
    private final Path log;
    private final long start = System.nanoTime();
    private final CompletableFuture<Long> end;

    private Run(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.end = process.onExit().thenApply(ended -> System.nanoTime());
    }

    /**
     * Starts a command.
     *
     * @param scratch takes temporary files and what the process says
     * @param environment variables beside those of this process
     * @param options further ones, for Java
     */
    static Run start(
            Installation installation,
            List<String> command,
            Path scratch,
            Map<String, String> environment,
            List<String> options)
            throws IOException {
        Path temporary = Files.createDirectories(scratch.resolve("tmp"));
        Path log = Files.createTempFile(scratch, "run", ".log");
        List<String> java = new ArrayList<>(installation.options());
        java.add("-Djava.io.tmpdir=" + temporary);
        java.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("KENSHIN_OPTS", String.join(" ", java));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new Run(builder.start(), log);
    }

    /** Waits so long; false if the process has ended before. */
    boolean goesOnFor(Duration delay) throws InterruptedException {
        return !process.waitFor(delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** As when the power of the process fails: nothing of it runs any more when this returns. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operating system does that shuts down. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Stands still, and holds what it holds, until {@link #resume}. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long id() {
        return process.pid();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** From the start to the end, which is waited for. */
    Duration length() {
        return Duration.ofNanos(end.join() - start);
    }

    /** All that it has said, for people who look for the reason of a failure. */
    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(id())).start().waitFor();
    }
}
