package dev.kenshin.landing;

import dev.kenshin.config.Limits;
import dev.kenshin.gate.Judgement;
import dev.kenshin.problem.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a full extract can be believed, before it replaces what was known. What follows is the job's decision.
 * Incremental extracts may be empty, and land part by part before their end is known: only the fields of each part are
 * looked at.
 */
public final class LandingGate {
    private final Connection conn;
    private final String stream;
    private final ExtractRules rules;
    private final Candidate candidate;
    private final Optional<StreamState> before;
    private @Nullable FieldGate fields;

    private LandingGate(
            Connection conn, String stream, ExtractRules rules, Candidate candidate, Optional<StreamState> before) {
        this.conn = conn;
        this.stream = stream;
        this.rules = rules;
        this.candidate = candidate;
        this.before = before;
    }

    /** For the extract that is staged. */
    public static LandingGate ofStage(Connection conn, String stream, ExtractRules rules) throws SQLException {
        Optional<StreamState> before = StreamState.of(conn, stream);
        return new LandingGate(conn, stream, rules, new Candidate.Staged(conn, stream), before);
    }

    /** For an extract that would hold what the last one held, and was not read. */
    public static LandingGate ofUnchanged(Connection conn, String stream, ExtractRules rules) throws SQLException {
        StreamState before = StreamState.of(conn, stream).orElseThrow();
        return new LandingGate(conn, stream, rules, new Candidate.Landed(conn, stream, before), Optional.of(before));
    }

    /**
     * What each gate says. The freshness of a stream whose records lack the freshness column is not looked at, since a
     * source's streams need not all be dated.
     */
    public List<Judgement> judge() throws SQLException {
        VolumeGate volume = new VolumeGate(stream, rules);
        long records = candidate.records();
        if (records == 0) {
            return volume.ofNone(isFirst() ? Optional.empty() : before)
                    .map(List::of)
                    .orElse(List.of());
        }
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(volume.change(records, UsualVolume.of(conn, stream, rules.asOf(), before)));
        judgements.add(volume.duplicates(records, candidate.repeated()));
        freshness().ifPresent(judgements::add);
        judgements.addAll(fields().judge());
        return judgements;
    }

    /** What the gates say of the fields alone: all that can be said of a part of an extract. */
    public List<Judgement> judgeFields() throws SQLException {
        return fields().judge();
    }

    /** Whether there are enough records to say something of the fields of a part. */
    public boolean isLargeEnough() throws SQLException {
        return candidate.records() >= rules.minimum();
    }

    /** Keeps the fields of a part, with the as-of date. */
    public void rememberFields() throws SQLException {
        FieldHistory.keep(conn, stream, rules.asOf(), fields().toKeep());
    }

    /**
     * Keeps, with the as-of date, what later nights are compared with; to be called where the extract lands.
     *
     * @param accepted whether a person has accepted an unusual number of records
     */
    public void remember(boolean accepted) throws SQLException {
        UsualVolume.keep(conn, stream, rules.asOf(), candidate.records(), accepted);
        rememberFields();
    }

    /** Whether there was nothing before the night at hand, which may have landed already before it was killed. */
    private boolean isFirst() throws SQLException {
        boolean ofThisNight = before.filter(
                        state -> state.landedOn().filter(rules.asOf()::equals).isPresent() && state.records() == 0)
                .isPresent();
        return ofThisNight && !UsualVolume.isKnownBefore(conn, stream, rules.asOf());
    }

    private FieldGate fields() throws SQLException {
        if (fields == null) {
            fields = new FieldGate(stream, rules, FieldHistory.before(conn, stream, rules.asOf()), candidate.fields());
        }
        return fields;
    }

    private Optional<Judgement> freshness() throws SQLException {
        Optional<String> column = rules.expect().freshnessColumn();
        Limits limits = rules.expect().age();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        DataDate date = candidate.date(column.get(), rules.asOf());
        if (!date.present()) {
            return Optional.empty();
        }
        Text name = new Text("「" + column.get() + "」", "'" + column.get() + "'");
        return Optional.of(date.newest()
                .map(newest -> FreshnessGate.judge(stream, name, newest, rules.asOf(), limits))
                .orElseGet(() -> FreshnessGate.undated(stream, column.get(), rules.asOf(), limits)));
    }
}
