package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.job.ExtractReader.Outcome;
import dev.kenshin.landing.Extract;
import dev.kenshin.landing.Held;
import dev.kenshin.landing.Landing;
import dev.kenshin.landing.LandingGate;
import dev.kenshin.landing.LandingResult;
import dev.kenshin.landing.LandingTime;
import dev.kenshin.landing.StreamState;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One stream's way into the landing area: extract it, look whether it can be believed, land it. */
final class StreamStep {
    /** Rules of the gate after which an extract must not replace what is known; the others only warn. */
    private static final List<String> UNBELIEVABLE = List.of("KEN-L01", "KEN-L02");

    private final Night night;
    private final SourceConfig source;
    private final StreamConfig stream;

    StreamStep(Night night, SourceConfig source, StreamConfig stream) {
        this.night = night;
        this.source = source;
        this.stream = stream;
    }

    /**
     * Two steps, one after the other. An extract that could not be believed is read again when the night goes on, since
     * by then somebody has mended the source.
     */
    Flow flow(Steps steps, Source open) {
        ExtractReader reader = new ExtractReader(night, extracting(), open, stream, outage(extracting()));
        Step extract = steps.leading(landing(), extracting(), reader, new ExtractWriter(night, this, reader));
        Step land = steps.after(landing(), extracting(), this::land);
        return new FlowBuilder<SimpleFlow>(stream()).start(extract).next(land).build();
    }

    String stream() {
        return stream.qualifiedName();
    }

    private String extracting() {
        return "extract " + stream();
    }

    private String landing() {
        return "land " + stream();
    }

    LandingTime time() {
        return new LandingTime(night.now(), night.run(), night.asOf());
    }

    Optional<String> freshnessColumn() {
        return source.expect().freshnessColumn();
    }

    void count(LandingResult result) {
        String step = landing();
        night.log().count(step, "extracted", result.extracted());
        night.log().count(step, "added", result.added());
        night.log().count(step, "changed", result.changed());
        night.log().count(step, "unchanged", result.unchanged());
        night.log().count(step, "deleted", result.deleted());
        night.log().count(step, "quarantined", result.broken() + result.duplicates());
    }

    /** @param extract what the step that extracted the stream left in its context */
    private void land(ExecutionContext extract) throws SQLException {
        Connection connection = night.inTransaction();
        Outcome outcome = Outcome.valueOf(extract.getString(ExtractReader.OUTCOME));
        if (outcome == Outcome.UNAVAILABLE) {
            Landing.forget(connection, stream());
            Held.forget(connection, stream());
        } else if (outcome == Outcome.UNCHANGED) {
            Landing.forget(connection, stream());
            landUnchanged(connection);
        } else if (Boolean.parseBoolean(extract.getString(ExtractReader.FULL))) {
            landFull(connection, extract);
        } else {
            Optional<String> cursor = text(extract, ExtractReader.CURSOR);
            count(Landing.land(connection, stream(), time(), Extract.since(cursor, freshnessColumn())));
            Landing.forget(connection, stream());
            held(false, extract.getLong(ExtractReader.READ), KeptWork.items(connection, extracting()));
        }
    }

    private static Optional<String> text(ExecutionContext extract, String key) {
        return Optional.of(extract.getString(key, "")).filter(known -> !known.isEmpty());
    }

    private void landUnchanged(Connection connection) throws SQLException {
        for (Problem problem : LandingGate.checkUnchanged(connection, stream(), source.expect(), night.asOf())) {
            night.log().problem(landing(), problem.asWarning());
        }
        LandingResult result = Landing.landUnchanged(connection, stream(), time(), Extract.full(freshnessColumn()));
        held(true, result.extracted(), 0);
        night.log().count(extracting(), "not read again", result.extracted());
        count(result);
    }

    private void landFull(Connection connection, ExecutionContext extract) throws SQLException {
        Optional<StreamState> before = StreamState.of(connection, stream());
        for (Problem problem : LandingGate.check(connection, stream(), source.expect(), before, night.asOf())) {
            if (UNBELIEVABLE.contains(problem.code())) {
                outage(landing()).decideGate(problem);
                Landing.forget(connection, stream());
                Held.forget(connection, stream());
                return;
            }
            night.log().problem(landing(), problem.asWarning());
        }
        LandingResult result = Landing.land(
                connection,
                stream(),
                time(),
                new Extract(
                        true,
                        true,
                        text(extract, ExtractReader.CURSOR),
                        freshnessColumn(),
                        text(extract, ExtractReader.FINGERPRINT)));
        Landing.forget(connection, stream());
        long read = extract.getLong(ExtractReader.READ);
        Reconciliation.check(stream(), read, result.extracted());
        held(true, read, result.duplicates());
        count(result);
    }

    private void held(boolean complete, long read, long accounted) throws SQLException {
        new Held(complete, read, accounted).save(night.inTransaction(), stream(), night.asOf());
    }

    private Outage outage(String step) {
        return new Outage(night, step, stream(), source.onOutage(), this::lastLanded);
    }

    private Optional<LocalDate> lastLanded() {
        try (Connection connection = night.warehouse().connection()) {
            return StreamState.of(connection, stream()).flatMap(StreamState::landedOn);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
