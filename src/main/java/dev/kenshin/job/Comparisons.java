package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.job.ComparedAccount.State;
import dev.kenshin.job.Comparison.Part;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Health;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the snapshots that are kept in the warehouse of a home. Only reads. */
public final class Comparisons implements AutoCloseable {
    private final Warehouse warehouse;
    private final Connection connection;
    private final ScoreWords words;
    private final String job;

    private Comparisons(Warehouse warehouse, ScoreWords words, String job) throws SQLException {
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
        this.words = words;
        this.job = job;
    }

    /**
     * Opens the warehouse of a home.
     *
     * @param configuration for its words; mistakes in it do no harm
     * @param job named in what to do about a snapshot that is missing
     * @throws NightFailure if no night has run yet, or one is running
     */
    public static Comparisons open(Home home, Configuration configuration, String job)
            throws IOException, SQLException {
        return new Comparisons(Explanations.opened(home, Warehouse::readOnly), new ScoreWords(configuration), job);
    }

    /** The accounts that these words may mean: an id, or a part of the name. */
    public List<AccountName> find(String account) throws SQLException {
        return AccountNames.of(connection).find(account);
    }

    /** At most three accounts with a similar name, the most similar first. */
    public List<AccountName> nearest(String account) throws SQLException {
        return AccountNames.of(connection).nearest(account);
    }

    /**
     * The comparison that was asked for.
     *
     * @throws NightFailure if there is no such snapshot, or nothing to group by or to measure of that name
     */
    public Comparison compare(ComparisonRequest request) throws SQLException {
        NavigableSet<LocalDate> known = new TreeSet<>(Backfilled.snapshots(connection));
        if (known.isEmpty()) {
            throw missing(request.with(), known);
        }
        LocalDate now = snapshot(request.asOf().orElse(known.last()), known);
        LocalDate then = snapshot(request.with(), known);
        checkGroup(request);
        ComparedFigures figures = new ComparedFigures(connection, words, then, now);
        checkMetrics(request, figures);
        return compare(request, then, now, figures);
    }

    private Comparison compare(ComparisonRequest request, LocalDate then, LocalDate now, ComparedFigures figures)
            throws SQLException {
        List<ComparedAccount> accounts = new ComparedAccounts(connection, words)
                .between(then, now, request.by()).stream()
                        .filter(account -> request.accounts().isEmpty()
                                || request.accounts().contains(account.accountId()))
                        .toList();
        List<String> ids = accounts.stream().map(ComparedAccount::accountId).toList();
        List<ComparedAccount> common = accounts.stream()
                .filter(account -> account.change().isPresent())
                .toList();
        ComparedParts parts = new ComparedParts(accounts);
        List<String> levels = levels(accounts);
        return new Comparison(
                now,
                then,
                parts.total(),
                parts.by(levels, State::level, level -> words.term("level", level)),
                parts.transitions(levels),
                mean(common),
                common.size(),
                figures.moves(common.stream().map(ComparedAccount::accountId).toList()),
                request.by().map(this::label),
                request.by().map(by -> groups(by, accounts, parts)).orElse(List.of()),
                figures.figures(request.metrics(), ids),
                accounts);
    }

    private static OptionalDouble mean(List<ComparedAccount> common) {
        return common.stream()
                .mapToDouble(account -> account.change().orElseThrow())
                .average();
    }

    /** The worst first, as the scorecards list them; then any that are no longer configured, and unknown. */
    private List<String> levels(List<ComparedAccount> accounts) {
        Set<String> levels = new LinkedHashSet<>(words.levels());
        accounts.stream()
                .flatMap(account -> Stream.of(account.then(), account.now()))
                .filter(State::known)
                .forEach(state -> levels.add(state.level()));
        levels.remove(Health.UNKNOWN);
        levels.add(Health.UNKNOWN);
        return List.copyOf(levels);
    }

    private Text label(String by) {
        return words.isSegment(by) ? words.segment(by) : words.column(by);
    }

    private List<Part> groups(String by, List<ComparedAccount> accounts, ComparedParts parts) {
        Set<String> names = accounts.stream()
                .flatMap(account -> Stream.of(account.then(), account.now()))
                .filter(State::known)
                .map(State::group)
                .collect(Collectors.toCollection(TreeSet::new));
        return parts.by(names, State::group, name -> words.term(by, name));
    }

    private void checkGroup(ComparisonRequest request) {
        List<String> allowed = new ArrayList<>(List.of("scorecard", "level"));
        allowed.addAll(ComparedAccounts.OF_ACCOUNT);
        allowed.addAll(words.segments());
        request.by().filter(by -> !allowed.contains(by)).ifPresent(by -> {
            throw failure(
                    "KEN-J15",
                    "--by",
                    new Text("「" + by + "」で分けることはできません。", "accounts cannot be grouped by '" + by + "'."),
                    new Text(
                            "使えるもの: " + String.join(", ", allowed) + "。",
                            "Use one of: " + String.join(", ", allowed) + "."));
        });
    }

    private static void checkMetrics(ComparisonRequest request, ComparedFigures figures) throws SQLException {
        for (String metric : request.metrics()) {
            if (!figures.isMeasured(metric)) {
                throw failure(
                        "KEN-J16",
                        "--metric",
                        new Text(
                                "どちらのスナップショットにも指標「" + metric + "」はありません。",
                                "neither snapshot has a metric '" + metric + "'."),
                        new Text(
                                "指標の名前は data_dictionary.csv にあります。",
                                "data_dictionary.csv lists the names of the metrics."));
            }
        }
    }

    private LocalDate snapshot(LocalDate date, NavigableSet<LocalDate> known) {
        if (!known.contains(date)) {
            throw missing(date, known);
        }
        return date;
    }

    private NightFailure missing(LocalDate date, NavigableSet<LocalDate> known) {
        String nearest = Stream.of(Optional.ofNullable(known.lower(date)), Optional.ofNullable(known.higher(date)))
                .flatMap(Optional::stream)
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        String command = "kenshin backfill " + job + " --from " + date + " --to " + date;
        String ja = nearest.isEmpty() ? "" : "近いもの: " + nearest + "。";
        String en = nearest.isEmpty() ? "" : "The nearest: " + nearest + ". ";
        return failure(
                "KEN-J14",
                date.toString(),
                new Text("「" + date + "」のスナップショットはありません。", "there is no snapshot of '" + date + "'."),
                new Text(ja + "次のコマンドで計算できます: " + command, en + "This computes it: " + command));
    }

    private static NightFailure failure(String code, String where, Text message, Text fix) {
        return new NightFailure(ExitCode.USAGE, List.of(Problem.error(code, new Location.Named(where), message, fix)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
