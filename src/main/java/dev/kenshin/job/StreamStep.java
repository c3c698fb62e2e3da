package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import dev.kenshin.landing.Extract;
import dev.kenshin.landing.ExtractRules;
import dev.kenshin.landing.Held;
import dev.kenshin.landing.Landing;
import dev.kenshin.landing.LandingGate;
import dev.kenshin.landing.LandingResult;
import dev.kenshin.landing.LandingTime;
import dev.kenshin.landing.StreamState;
import dev.kenshin.source.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One stream's way into the landing area: extract it, look whether it can be believed, land it. */
final class StreamStep {
    private static final String EXTRACT = "extract ";
    private static final String LAND = "land ";

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

    /** Whether a step that a gate has stopped looks at its source again when the night goes on. */
    static boolean isReadAgain(String step) {
        return step.startsWith(LAND) || step.startsWith(EXTRACT) || step.startsWith(UsageStep.AGGREGATE);
    }

    /** The steps in which the stream is judged: as a whole, or part by part. */
    static Stream<String> judging(StreamConfig stream) {
        return Stream.of(LAND + stream.qualifiedName(), EXTRACT + stream.qualifiedName());
    }

    /** Looks at a part of an incremental extract before it lands; of a few records nothing is said. */
    void judgePart() throws SQLException {
        LandingGate gate = LandingGate.ofStage(night.inTransaction(), stream(), rules());
        if (gate.isLargeEnough()) {
            new GateKeeper(night, extracting()).decide(gate.judgeFields());
            gate.rememberFields();
        }
    }

    String stream() {
        return stream.qualifiedName();
    }

    private String extracting() {
        return EXTRACT + stream();
    }

    private String landing() {
        return LAND + stream();
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
        ExtractReader.Outcome outcome = ExtractReader.Outcome.valueOf(extract.getString(ExtractReader.OUTCOME));
        if (outcome == ExtractReader.Outcome.UNAVAILABLE) {
            forget(connection);
            new GateKeeper(night, landing()).goOn(List.of());
        } else if (outcome == ExtractReader.Outcome.UNCHANGED) {
            Landing.forget(connection, stream());
            landUnchanged(connection);
        } else if (Boolean.parseBoolean(extract.getString(ExtractReader.FULL))) {
            landFull(connection, extract);
        } else {
            Optional<String> cursor = text(extract, ExtractReader.CURSOR);
            count(Landing.land(connection, stream(), time(), Extract.since(cursor, freshnessColumn())));
            Landing.forget(connection, stream());
            held(false, extract.getLong(ExtractReader.READ), KeptWork.items(connection, extracting()));
            new GateKeeper(night, landing()).goOn(List.of());
        }
    }

    /** What was extracted, if anything was: the night goes on with what landed before. */
    private void forget(Connection connection) throws SQLException {
        Landing.forget(connection, stream());
        Held.forget(connection, stream());
        Landing.goOn(connection, stream(), night.asOf(), freshnessColumn());
    }

    private static Optional<String> text(ExecutionContext extract, String key) {
        return Optional.of(extract.getString(key, "")).filter(known -> !known.isEmpty());
    }

    private void landUnchanged(Connection connection) throws SQLException {
        LandingGate gate = LandingGate.ofUnchanged(connection, stream(), rules());
        if (!mayLand(gate)) {
            return;
        }
        LandingResult result = Landing.landUnchanged(connection, stream(), time(), Extract.full(freshnessColumn()));
        held(true, result.extracted(), 0);
        night.log().count(extracting(), "not read again", result.extracted());
        count(result);
    }

    private void landFull(Connection connection, ExecutionContext extract) throws SQLException {
        LandingGate gate = LandingGate.ofStage(connection, stream(), rules());
        if (!mayLand(gate)) {
            forget(connection);
            return;
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

    /**
     * What cannot be believed is treated like an outage. Old data are another matter: no older ones could take their
     * place, so that they stop the night whatever the policy for outages is.
     */
    private boolean mayLand(LandingGate gate) throws SQLException {
        GateKeeper keeper = new GateKeeper(night, landing());
        List<Judgement> judgements = keeper.accepting(gate.judge());
        List<Judgement> blocked =
                judgements.stream().filter(Judgement::isBlocked).toList();
        if (blocked.isEmpty() || blocked.stream().anyMatch(judgement -> judgement.gate() == Gate.FRESHNESS)) {
            keeper.decide(judgements);
            gate.remember(judgements.stream().anyMatch(StreamStep::isAcceptedVolume));
            return true;
        }
        decideOutage(keeper, judgements, blocked);
        return false;
    }

    private void decideOutage(GateKeeper keeper, List<Judgement> judgements, List<Judgement> blocked)
            throws SQLException {
        try {
            outage(landing()).decideGate(GateKeeper.problems(blocked));
        } catch (NightFailure refused) {
            keeper.keepApart(judgements);
            throw refused;
        }
        keeper.goOn(judgements.stream()
                .map(judgement -> judgement.isBlocked() ? judgement.as(Outcome.REFUSED) : judgement)
                .toList());
    }

    private static boolean isAcceptedVolume(Judgement judgement) {
        return judgement.gate() == Gate.VOLUME && judgement.outcome() == Outcome.ACCEPTED;
    }

    private ExtractRules rules() {
        Map<String, List<String>> readers = new TreeMap<>();
        night.plan().mappings().stream()
                .filter(mapping -> mapping.stream().equals(stream()))
                .forEach(mapping -> ExpectedColumns.readBy(mapping.config())
                        .forEach(field -> readers.computeIfAbsent(field, name -> new ArrayList<>())
                                .add(mapping.config().name())));
        return new ExtractRules(
                source.expect(),
                night.asOf(),
                night.plan().job().gates().minimum(),
                ExpectedColumns.areGivenBy(source),
                readers);
    }

    private void held(boolean complete, long read, long accounted) throws SQLException {
        new Held(complete, read, accounted).save(night.inTransaction(), stream(), night.asOf());
    }

    private Outage outage(String step) {
        return new Outage(night, step, stream(), source.onOutage(), this::lastLanded);
    }

    private Optional<LocalDate> lastLanded() {
        try (Connection connection = night.warehouse().connection()) {
            return StreamState.newestOn(connection, stream());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
