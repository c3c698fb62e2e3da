package dev.kenshin.job;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Missing.LastKnown;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Component;
import dev.kenshin.score.Scorecard;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores kept snapshots anew, by the scorecards of a configuration and from the values that were kept of them, with the
 * very step that scores at night; and sets the new scores beside the old ones. Writes nothing.
 */
public final class Replay implements AutoCloseable {
    private static final int LISTED = 5;

    private final NightPlan plan;
    private final Warehouse warehouse;
    private final Connection connection;
    private final KeptSnapshots kept;
    private final ScoreWords words;

    private Replay(NightPlan plan, Warehouse warehouse) throws SQLException {
        this.plan = plan;
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
        this.kept = new KeptSnapshots(connection, plan);
        this.words = new ScoreWords(plan.configuration());
    }

    /**
     * Opens the warehouse of a home.
     *
     * @param plan whose scorecards are tried; it holds no errors
     * @throws NightFailure if no night has run yet, or one is running
     */
    public static Replay open(Home home, NightPlan plan) throws IOException, SQLException {
        return new Replay(plan, Explanations.opened(home, Warehouse::beside));
    }

    /**
     * Scores the dates in their order: each looks back to those before, as they were scored anew, and before the first of
     * them to what was kept.
     *
     * @param dates is told of each
     * @throws NightFailure if there is no such snapshot
     */
    public void run(ReplayRequest request, Consumer<ReplayedDate> dates) throws SQLException {
        NavigableSet<LocalDate> all = kept.dates();
        NavigableSet<LocalDate> meant = all.isEmpty() ? all : request.among(all);
        if (meant.isEmpty()) {
            throw none(request, all);
        }
        kept.from(meant.first());
        for (LocalDate asOf : meant) {
            kept.give(asOf);
            plan.metrics().derive(connection, asOf);
            score(asOf);
            dates.accept(compared(asOf, request.scorecard()));
            kept.forgetBefore(asOf.minusDays(longestMemory()));
        }
    }

    private void score(LocalDate asOf) throws SQLException {
        try (Connection reading = warehouse.connection()) {
            KeptSnapshots.show(reading);
            new ScoreStep(Trial.night(plan, asOf, warehouse, connection))
                    .score(asOf.toString(), reading, kept.ages(asOf));
        }
    }

    private ReplayedDate compared(LocalDate asOf, Optional<String> card) throws SQLException {
        Optional<String> further = card.filter(name ->
                plan.further().stream().anyMatch(each -> each.card().name().equals(name)));
        List<ReplayedAccount> accounts = new ReplayedAccounts(connection, kept, words, further)
                .on(asOf).stream()
                        .filter(account -> card.isEmpty() || isOf(card.get(), account))
                        .toList();
        List<Scorecard> cards = cards(card);
        return new ReplayedDate(asOf, versions(accounts), unmeasured(cards), levels(accounts), accounts);
    }

    private static boolean isOf(String card, ReplayedAccount account) {
        return Stream.of(account.before(), account.now())
                .flatMap(Optional::stream)
                .anyMatch(state -> state.scorecard().filter(card::equals).isPresent());
    }

    private List<Scorecard> cards(Optional<String> only) {
        return Stream.concat(
                        plan.scorecards().stream(),
                        plan.further().stream().filter(each -> only.isPresent()).map(FurtherCard::card))
                .filter(card -> only.isEmpty() || only.get().equals(card.name()))
                .toList();
    }

    private List<ReplayedDate.Version> versions(List<ReplayedAccount> accounts) {
        return accounts.stream()
                .flatMap(account -> Stream.of(account.before(), account.now()))
                .flatMap(state -> state.flatMap(ReplayedAccount.State::scorecard).stream())
                .distinct()
                .sorted()
                .map(card -> new ReplayedDate.Version(
                        card,
                        words.term("scorecard", card),
                        hashes(accounts.stream().map(ReplayedAccount::before), card),
                        String.join(", ", hashes(accounts.stream().map(ReplayedAccount::now), card))))
                .toList();
    }

    private static List<String> hashes(Stream<Optional<ReplayedAccount.State>> states, String card) {
        return states.flatMap(Optional::stream)
                .filter(state -> state.scorecard().filter(card::equals).isPresent())
                .flatMap(state -> state.hash().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<ReplayedDate.Unmeasured> unmeasured(List<Scorecard> cards) throws SQLException {
        Set<String> unknown = plan.metrics().underivable(kept.measured());
        List<ReplayedDate.Unmeasured> unmeasured = new ArrayList<>();
        for (Scorecard card : cards) {
            for (Component component : card.components()) {
                Stream.concat(Stream.of(component.metric()), component.per().stream())
                        .filter(unknown::contains)
                        .findFirst()
                        .ifPresent(metric -> unmeasured.add(new ReplayedDate.Unmeasured(
                                card.label(),
                                component.name(),
                                component.label().label(),
                                metric)));
            }
        }
        return unmeasured;
    }

    /** In the order of the configuration's, the worst first, and then what it does not know. */
    private List<ReplayedDate.Level> levels(List<ReplayedAccount> accounts) {
        Set<String> there = accounts.stream()
                .flatMap(account -> Stream.of(account.before(), account.now()))
                .map(ReplayedAccount::level)
                .filter(level -> !level.isEmpty())
                .collect(Collectors.toSet());
        return Stream.concat(words.levels().stream(), there.stream().sorted())
                .distinct()
                .filter(there::contains)
                .map(level -> new ReplayedDate.Level(level, words.term("level", level)))
                .toList();
    }

    /** In days; the date at hand is always looked back to by the next. */
    private int longestMemory() {
        return plan.configuration().scorecards().values().stream()
                .map(ScorecardConfig::components)
                .flatMap(List::stream)
                .mapToInt(component -> component.missing() instanceof LastKnown policy ? policy.limitDays() : 0)
                .max()
                .orElse(0);
    }

    private static NightFailure none(ReplayRequest request, NavigableSet<LocalDate> all) {
        String asked = request.from().map(LocalDate::toString).orElse("") + ".."
                + request.to().map(LocalDate::toString).orElse("");
        String dates = all.descendingSet().stream()
                .limit(LISTED)
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        return new NightFailure(
                ExitCode.USAGE,
                List.of(Problem.error(
                        "KEN-J30",
                        new Location.Named(asked),
                        new Text("計算し直せるスナップショットがありません。", "There is no snapshot to score anew."),
                        all.isEmpty()
                                ? new Text("まず kenshin run nightly を実行してください。", "Begin with kenshin run nightly.")
                                : new Text("最近のもの: " + dates + "。", "The last ones: " + dates + "."))));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
