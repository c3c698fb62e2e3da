package dev.kenshin.source.singer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A tap that runs. It is started without a shell, has nothing on its standard input, and sees few variables. */
final class TapProcess implements AutoCloseable {
    private static final List<String> ALWAYS_PASSED = List.of("PATH", "HOME");

    private final Tap tap;
    private final Process process;
    private final TapOutput output;
    private final TapLog log;

    private TapProcess(Tap tap, Process process, UnaryOperator<String> redaction) {
        this.tap = tap;
        this.process = process;
        this.output = new TapOutput(process.getInputStream(), tap.silence());
        this.log = new TapLog(tap.source(), process.errorReader(UTF_8), redaction);
    }

    /** @throws IOException if there is no such program, or it must not be run */
    static TapProcess start(Tap tap, List<String> arguments, UnaryOperator<String> redaction) throws IOException {
        List<String> command = new ArrayList<>(tap.command());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(tap.base().toFile());
        Set<String> passed = new HashSet<>(tap.environment());
        passed.addAll(ALWAYS_PASSED);
        builder.environment().keySet().retainAll(passed);
        Process process = builder.start();
        RunningTaps.add(process);
        process.getOutputStream().close();
        return new TapProcess(tap, process, redaction);
    }

    TapOutput output() {
        return output;
    }

    /** The exit code once the output has ended; empty if the tap does not end in the time in which it may be silent. */
    OptionalInt exitCode() {
        try {
            boolean ended = process.waitFor(tap.silence().toNanos(), TimeUnit.NANOSECONDS);
            return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Ends the tap if it still runs, and tells what it said last on its standard error. */
    String lastWords() {
        close();
        return log.lastLines();
    }

    @Override
    public void close() {
        RunningTaps.end(process);
        output.close();
    }
}
