package dev.kenshin.source.singer;

import dev.kenshin.problem.Location;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a tap with its files. Turns whatever goes wrong with it into a problem of the stream that is read. */
final class TapRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TapRun.class);

    private final Tap tap;
    private final Location at;
    private final TapFiles files;
    private final Blotting redaction;
    private @Nullable TapProcess process;

    private TapRun(Tap tap, Location at, TapFiles files, Blotting redaction) {
        this.tap = tap;
        this.at = at;
        this.files = files;
        this.redaction = redaction;
    }

    /** Lays out the files; the tap does not run yet. */
    static TapRun prepare(Tap tap, Location at, TapSecrets secrets) throws SourceUnavailable {
        try {
            TapFiles files = TapFiles.open(tap.folder(), secrets.config());
            return new TapRun(tap, at, files, secrets.redaction(files.given()));
        } catch (TapFiles.InUse e) {
            throw SingerProblems.inUse(at, tap.folder());
        } catch (IOException e) {
            throw SingerProblems.files(at, tap.folder(), e);
        }
    }

    /** Runs the tap to its end and gives back its output. */
    String discover() throws SourceUnavailable {
        TapProcess running = start(List.of("--discover"));
        String output = reading(() -> running.output().rest());
        end();
        running.close();
        return output == null ? "" : output;
    }

    /** Starts to read what is selected. */
    void read(Optional<String> catalog, Optional<String> state) throws SourceUnavailable {
        List<String> arguments = new ArrayList<>();
        try {
            if (state.isPresent()) {
                arguments.addAll(List.of("--state", absolute(files.pass("state.json", state.get()))));
            }
            if (catalog.isPresent()) {
                arguments.addAll(List.of(tap.catalog().option(), absolute(files.pass("catalog.json", catalog.get()))));
            }
        } catch (IOException e) {
            throw SingerProblems.files(at, tap.folder(), e);
        }
        start(arguments);
    }

    /** The next line; null at the end of the output. */
    @Nullable
    String nextLine() throws SourceUnavailable {
        TapProcess running = running();
        return reading(() -> running.output().nextLine());
    }

    /**
     * To be called when the output has ended.
     *
     * @throws SourceUnavailable if the tap failed, so that what it gave cannot be taken for everything
     */
    void end() throws SourceUnavailable {
        OptionalInt code = running().exitCode();
        if (code.isEmpty()) {
            throw SingerProblems.silent(at, tap.silence(), lastWords());
        }
        if (code.getAsInt() != 0) {
            throw SingerProblems.exit(at, code.getAsInt(), lastWords());
        }
    }

    /** What a message may show of a line. */
    String excerpt(String line) {
        learn();
        String shown = redaction.apply(line); // before it is cut, since half a secret is not found
        return shown.substring(0, Math.min(shown.length(), 200));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        try {
            files.close();
        } catch (IOException e) {
            LOG.warn("The files of the tap of {} could not be removed.", tap.source(), e);
        }
    }

    private TapProcess start(List<String> further) throws SourceUnavailable {
        List<String> arguments = new ArrayList<>(List.of("--config", absolute(files.config())));
        arguments.addAll(further);
        try {
            process = TapProcess.start(tap, arguments, redaction::apply);
            return process;
        } catch (IOException e) {
            throw SingerProblems.cannotStart(at, tap.command().get(0), e);
        }
    }

    private TapProcess running() {
        if (process == null) {
            throw new IllegalStateException("The tap was not started.");
        }
        return process;
    }

    private interface Reading {
        @Nullable
        String read() throws TapOutput.Silent, TapOutput.Garbled;
    }

    private @Nullable String reading(Reading reading) throws SourceUnavailable {
        try {
            return reading.read();
        } catch (TapOutput.Silent e) {
            throw SingerProblems.silent(at, tap.silence(), lastWords());
        } catch (TapOutput.Garbled e) {
            if (e.flaw() == TapOutput.Garbled.Flaw.NO_LINE_END) {
                end(); // how the tap ended tells more than that it ended within a line
            }
            throw SingerProblems.garbled(at, e.flaw(), lastWords());
        }
    }

    private String lastWords() {
        learn();
        return running().lastWords();
    }

    /** A token that was replaced in this very run may stand in what the tap says of it. */
    private void learn() {
        files.rewritten().ifPresent(now -> redaction.learnRewritten(files.given(), now));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }
}
