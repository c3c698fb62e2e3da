package dev.kenshin.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.cli.Kenshin;
import dev.kenshin.ops.ClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real command in a process of its own, whose standard error a test reads line by line. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder said = new StringBuilder();

    private Child(Process process) {
        this.process = process;
        this.lines = process.errorReader(UTF_8);
    }

    static Child run(Path directory, Path home, String asOf, String... further) throws IOException {
        List<String> options = new ArrayList<>(List.of("--as-of=" + asOf));
        options.addAll(List.of(further));
        return start("run", directory, home, options);
    }

    /** A command that takes a job; its subcommand stands behind a blank. */
    static Child start(String name, Path directory, Path home, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(ClassPath.java());
        command.add(Kenshin.class.getName());
        command.addAll(List.of(name.split(" ", -1)));
        command.addAll(List.of("nightly", "--lang=en", "--config=" + directory.resolve("config"), "--home=" + home));
        command.addAll(options);
        return new Child(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits until so many steps have ended; false if the process ended before. */
    boolean awaitSteps(int number) throws IOException {
        for (int ended = 0; ended < number; ) {
            Optional<String> line = nextLine();
            if (line.isEmpty()) {
                return false;
            }
            ended += line.get().startsWith("[") ? 1 : 0;
        }
        return true;
    }

    /** As when the power fails. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operating system does that shuts down. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Reads on to the end. */
    int exitCode() throws IOException, InterruptedException {
        Optional<String> line = nextLine();
        while (line.isPresent()) {
            line = nextLine();
        }
        return process.waitFor();
    }

    /** All that was read of standard error. */
    String said() {
        return said.toString();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }

    private Optional<String> nextLine() throws IOException {
        Optional<String> line = Optional.ofNullable(lines.readLine());
        line.ifPresent(text -> said.append(text).append('\n'));
        return line;
    }
}
