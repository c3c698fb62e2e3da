package dev.kenshin.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody moves the wall clock while the run goes on: the whole process, databases included, is told another time. A
 * small library does it, which a C compiler must be there to make.
 *
 * @param library that was made
 * @param after so long after the start
 * @param by forwards, or backwards where it is negative
 */
record MovedClock(Path library, Duration after, Duration by) implements Fault {
    private static final String SOURCE = "clock.c";

    /** Makes the library; empty where there is no compiler. */
    static Optional<Path> library(Path directory) throws IOException, InterruptedException {
        Path source = directory.resolve(SOURCE);
        Path library = directory.resolve("clock.so");
        try (InputStream text = Objects.requireNonNull(MovedClock.class.getResourceAsStream(SOURCE))) {
            Files.write(source, text.readAllBytes());
        }
        try {
            Process compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return compiler.waitFor() == 0 ? Optional.of(library) : Optional.empty();
        } catch (IOException noCompiler) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "the clock is moved " + (by.isNegative() ? "backwards" : "forwards") + " during the run";
    }

    @Override
    public String detail() {
        return "after " + after.toMillis() + " ms by " + by;
    }

    @Override
    public boolean strike(Round round) throws Exception {
        Map<String, String> variables = Map.of(
                "LD_PRELOAD", library.toString(),
                "CLOCK_MOVES_AFTER", Long.toString(after.toNanos()),
                "CLOCK_MOVES_BY", Long.toString(by.toSeconds()));
        try (Run run = round.start(variables)) {
            round.expectExit(run, 0);
            return true;
        }
    }
}
