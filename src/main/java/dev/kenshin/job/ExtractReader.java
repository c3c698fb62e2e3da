package dev.kenshin.job;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.landing.Landing;
import dev.kenshin.landing.StreamState;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;

/**
 * Reads a stream from its beginning, or an incremental one from where its last landing ended. What happens when the
 * source cannot be read is the outage policy's decision; the step's context then says that nothing must land.
 */
final class ExtractReader implements CountedReader<SourceItem> {
    static final String OUTCOME = "outcome";
    static final String READ = "read";
    static final String FULL = "full";
    static final String CURSOR = "cursor";
    static final String FINGERPRINT = "fingerprint";
    /** Counts what is left out since it belongs to somebody who is forgotten. */
    static final String SUPPRESSED = "suppressed";

    /** How the extract ended. */
    enum Outcome {
        COMPLETE,
        /** The source is made of what was landed last, so that nothing was read. */
        UNCHANGED,
        /** What was landed last stays: the outage policy lets the night go on with it, or the stream is skipped. */
        UNAVAILABLE
    }

    private final Night night;
    private final String step;
    private final Source source;
    private final StreamConfig stream;
    private final Outage outage;
    private @Nullable Extraction extraction;
    private ExecutionContext context = new ExecutionContext();
    private Optional<String> fingerprint = Optional.empty();
    private Optional<String> beginning = Optional.empty();
    private boolean ended;
    private long read;

    ExtractReader(Night night, String step, Source source, StreamConfig stream, Outage outage) {
        this.night = night;
        this.step = step;
        this.source = source;
        this.stream = stream;
        this.outage = outage;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        context = executionContext;
        context.remove(CURSOR); // of a run that was continued
        read = 0;
        ended = false;
        fingerprint = fingerprint();
        context.putString(OUTCOME, Outcome.COMPLETE.name());
        context.remove(FINGERPRINT); // of a run that was continued
        Problem skipped = source.skipped().get(stream.name());
        if (skipped != null) {
            night.log().problem(step, skipped);
            leaveOut();
            return;
        }
        try (Connection connection = night.warehouse().connection()) {
            Landing.begin(connection, stream.qualifiedName());
            if (fingerprint.isPresent() && Landing.isUnchanged(connection, stream.qualifiedName(), fingerprint.get())) {
                context.putString(OUTCOME, Outcome.UNCHANGED.name());
                return;
            }
            beginning = StreamState.of(connection, stream.qualifiedName()).flatMap(StreamState::cursor);
            extraction = source.extract(stream, beginning);
        } catch (SourceUnavailable e) {
            try {
                giveUp(e);
            } catch (JobInterruptedException stopped) {
                throw new ItemStreamException(stopped);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable SourceItem read() throws JobInterruptedException {
        if (extraction == null || ended) {
            return null;
        }
        try {
            SourceItem item = extraction.next();
            if (item == null) {
                end(extraction);
            } else {
                read++;
            }
            return item;
        } catch (SourceUnavailable e) {
            giveUp(e);
            return null;
        }
    }

    @Override
    public void update(ExecutionContext executionContext) {
        executionContext.putLong(READ, read);
        executionContext.putString(FULL, Boolean.toString(full()));
        cursor().ifPresent(cursor -> executionContext.putString(CURSOR, cursor));
    }

    @Override
    public void close() {
        if (extraction != null) {
            extraction.close();
        }
    }

    @Override
    public long given() {
        return read;
    }

    /** A chunk may be lost while later ones, with their cursors, were kept. */
    @Override
    public void lost() {
        try (Connection connection = night.warehouse().connection()) {
            Landing.rewind(connection, stream.qualifiedName(), beginning);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether every record of the stream is being read. */
    boolean full() {
        return extraction == null || extraction.full();
    }

    /** Where the next extract starts once everything read so far is kept. */
    Optional<String> cursor() {
        return extraction == null ? Optional.empty() : extraction.cursor();
    }

    /** Files may have been replaced while they were read; what was read is then made of neither the old nor the new. */
    private void end(Extraction extraction) {
        ended = true;
        if (extraction.suppressed() > 0) {
            night.log().count(step, SUPPRESSED, extraction.suppressed());
        }
        extraction.warnings().forEach(warning -> night.log().problem(step, warning));
        if (fingerprint.isPresent() && fingerprint.equals(fingerprint())) {
            context.putString(FINGERPRINT, fingerprint.get());
        }
    }

    /** How a file is read depends on the configuration, and on the program. */
    private Optional<String> fingerprint() {
        return source.fingerprint(stream)
                .map(files ->
                        String.join(" ", files, night.plan().configuration().hash(), Program.build()));
    }

    /** A wait that was ended so that the process can end is no outage: the step stops, and is done again. */
    private void giveUp(SourceUnavailable e) throws JobInterruptedException {
        if (e.isInterruption()) {
            Thread.interrupted(); // else H2 would close the job repository's file when it is written to
            throw new JobInterruptedException(step + " was stopped");
        }
        outage.decide(e.problem());
        leaveOut();
    }

    private void leaveOut() {
        context.putString(OUTCOME, Outcome.UNAVAILABLE.name());
        ended = true;
    }
}
