package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Computes the snapshots of dates that have passed, one after the other: the last known scores, the moves and the changes
 * of each look at those before it. What was computed of a date is kept in one transaction, so that whoever goes on later
 * begins with the first date that is missing.
 */
final class Backfill {
    private final Night night;
    private final BackfillRequest request;
    private final DirectSteps steps;
    private final PastDates dates;
    private Optional<LocalDateTime> builtFor = Optional.empty();
    private boolean built;

    Backfill(Night night, BackfillRequest request) {
        this.night = night;
        this.request = request;
        this.steps = new DirectSteps(night.log(), night.connections());
        this.dates = new PastDates(night.plan());
    }

    /** How many steps it takes. */
    int steps(List<LocalDate> missing) {
        return missing.isEmpty() ? 0 : ModelSteps.count(night.plan()) + missing.size();
    }

    /**
     * Computes until all dates are there, or the run is asked to stop.
     *
     * @param missing ascending
     * @return the dates that were computed
     */
    List<LocalDate> run(List<LocalDate> missing, BooleanSupplier stopping) throws SQLException {
        if (!missing.isEmpty()) {
            Occupant.leave(night.warehouse());
        }
        List<LocalDate> computed = new ArrayList<>();
        Instant begin = night.clock().instant();
        for (LocalDate date : missing) {
            Night state = state(date);
            if (stopping.getAsBoolean()) {
                break;
            }
            long left = missing.size() - computed.size() - 1L;
            steps.on(state.connections()).once(date.toString(), () -> {
                compute(state);
                night.log().count(date.toString(), "seconds left", left * secondsEach(begin, computed.size() + 1));
            });
            computed.add(date);
        }
        return computed;
    }

    private void compute(Night state) throws SQLException {
        Connection connection = state.inTransaction();
        LocalDate date = state.asOf();
        night.plan().metrics().measure(connection, date);
        new ScoreStep(state)
                .score(date.toString(), connection, DataAges.of(connection, state, dates.on(date, lastDay(date))));
        new RollupStep(state).rollUp();
        reconcile(connection, state);
        Backfilled.add(
                connection,
                state,
                moment(date),
                request.key(night.plan().configuration().hash()));
    }

    /** What is not whole is not kept. */
    private void reconcile(Connection connection, Night state) throws SQLException {
        Reconciliation reconciliation = new Reconciliation(state.asOf());
        new ScoredFigures(connection, state, reconciliation).count();
        reconciliation.check(new Text(
                "同じコマンドでもう一度実行してください。この日付は計算し直されます。", "Run the same command again; it computes this date anew."));
        Query.update(
                connection,
                "delete from ops.reconciliation where as_of = ? and stage = ?",
                state.asOf(),
                Reconciliation.SCORE);
        reconciliation.keep(connection);
    }

    /** The warehouse with the model of what counts as known for the date. */
    private Night state(LocalDate date) throws SQLException {
        Optional<LocalDateTime> moment = moment(date);
        Warehouse warehouse = moment.isPresent() ? night.warehouse().knownAt(moment.get()) : night.warehouse();
        Night state = night.at(date, warehouse, moment.isPresent() ? warehouse.dataSource() : night.connections());
        if (!built || !moment.equals(builtFor)) {
            new ModelSteps(state, steps.on(state.connections())).run();
            dates.forget();
            built = true;
            builtFor = moment;
        }
        return state;
    }

    private Optional<LocalDateTime> moment(LocalDate date) {
        return request.knownAt().moment(date, night.plan().job().zone());
    }

    private LocalDate lastDay(LocalDate date) {
        return moment(date).map(LocalDateTime::toLocalDate).orElse(LocalDate.MAX);
    }

    private long secondsEach(Instant begin, int computed) {
        return Duration.between(begin, night.clock().instant()).toSeconds() / computed;
    }
}
