package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.job.Explanation.Earlier;
import dev.kenshin.job.Explanation.Past;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains the scores that nights have kept in the warehouse of a home. Only reads. */
public final class Explanations implements AutoCloseable {
    private static final int HISTORY = 6;
    private static final int LISTED = 5;

    private final Home home;
    private final Warehouse warehouse;
    private final Connection connection;
    private final ScoreWords words;
    private final Origins origins;

    private Explanations(Home home, Warehouse warehouse, Connection connection, Configuration configuration) {
        this.home = home;
        this.warehouse = warehouse;
        this.connection = connection;
        this.words = new ScoreWords(configuration);
        this.origins = new Origins(connection, configuration, words);
    }

    /**
     * Opens the warehouse of a home.
     *
     * @param configuration for its words; mistakes in it do no harm
     * @throws NightFailure if no night has run yet, or one is running
     */
    public static Explanations open(Home home, Configuration configuration) throws IOException, SQLException {
        Warehouse warehouse = opened(home, Warehouse::readOnly);
        return new Explanations(home, warehouse, warehouse.connection(), configuration);
    }

    /**
     * The same, but of the scores of one scorecard: what it scored besides others, shown or not, and where it decided.
     *
     * @throws NightFailure if no night has run yet, or one is running, or the scorecard has scored nobody
     */
    public static Explanations open(Home home, Configuration configuration, String scorecard)
            throws IOException, SQLException {
        Warehouse warehouse = opened(home, Warehouse::beside);
        return new Explanations(home, warehouse, OneCard.of(warehouse, scorecard), configuration);
    }

    /**
     * The warehouse of a home, for reading.
     *
     * @param way in which it is opened
     * @throws NightFailure if no night has run yet, or one is running
     */
    static Warehouse opened(Home home, Function<Path, Warehouse> way) throws IOException {
        if (!Files.exists(home.warehouse())) {
            throw nothingYet(home);
        }
        try {
            return way.apply(home.warehouse());
        } catch (WarehouseException e) {
            throw running(home) ? busy(home) : e;
        }
    }

    /**
     * The accounts that these words may mean: an id, or a part of the name.
     *
     * @throws NightFailure if nothing has been scored yet
     */
    public List<AccountName> find(String account) throws SQLException {
        if (Query.number(connection, "select count(*) from score.account_health") == 0) {
            throw nothingYet(home);
        }
        return AccountNames.of(connection).find(account);
    }

    /** At most three accounts with a similar name, the most similar first. */
    public List<AccountName> nearest(String account) throws SQLException {
        return AccountNames.of(connection).nearest(account);
    }

    /**
     * Explains the health of an account.
     *
     * @param asOf absent: the last snapshot that the account is part of
     * @param since the earlier snapshot that it is compared with; absent: the one before
     * @throws NightFailure if there is no such snapshot
     */
    public Explanation explain(AccountName account, Optional<LocalDate> asOf, Optional<LocalDate> since)
            throws SQLException {
        List<LocalDate> known = snapshots(account.id());
        if (known.isEmpty()) {
            throw nothingYet(home);
        }
        LocalDate night = asOf.orElse(known.get(0));
        if (!known.contains(night)) {
            throw noSnapshot(account, night, known);
        }
        ScoreReader scores = new ScoreReader(connection, words);
        AccountFacts facts = new AccountFacts(connection, words);
        Optional<Score> score = scores.read(night, account.id());
        Optional<Earlier> previous = previous(scores, account, night, since);
        Moves moves = Moves.between(previous.flatMap(Earlier::score), score);
        return new Explanation(
                account,
                night,
                facts.segments(account.id(), night),
                facts.now(account.id(), night, score.isEmpty()),
                score,
                new AssessmentReader(connection, words).read(night, account.id()),
                new DataReader(connection, words).read(night, account.id()),
                score.isEmpty() ? words.scopes() : List.of(),
                previous,
                moves.change(),
                moves.list(),
                score.flatMap(now -> new WhatIf(words).next(account.id(), now)),
                score.flatMap(WhatIf::gap),
                score.isEmpty() ? List.of() : origins.of(account.id(), night, score.get()),
                history(account.id(), night));
    }

    private List<LocalDate> snapshots(String account) throws SQLException {
        return Query.list(
                connection,
                row -> row.getObject(1, LocalDate.class),
                "select as_of from score.account_health where account_id = ? order by as_of desc",
                account);
    }

    private Optional<Earlier> previous(
            ScoreReader scores, AccountName account, LocalDate asOf, Optional<LocalDate> since) throws SQLException {
        List<LocalDate> earlier = Query.list(
                connection,
                row -> row.getObject(1, LocalDate.class),
                "select distinct as_of from score.account_health where as_of < ? order by as_of desc",
                asOf);
        if (since.isPresent() && !earlier.contains(since.get())) {
            throw noSnapshot(account, since.get(), earlier);
        }
        Optional<LocalDate> date = since.or(() -> earlier.stream().findFirst());
        return date.isEmpty()
                ? Optional.empty()
                : Optional.of(new Earlier(date.get(), scores.read(date.get(), account.id())));
    }

    private List<Past> history(String account, LocalDate asOf) throws SQLException {
        return Query.list(
                connection,
                row -> new Past(
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("health") == null
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(row.getDouble("health")),
                        words.term("level", row.getString("level")),
                        words.term(
                                "scorecard",
                                Optional.ofNullable(row.getString("scorecard")).orElse("-"))),
                "select as_of, health, level, scorecard from score.account_health"
                        + " where account_id = ? and as_of < ? order by as_of desc limit ?",
                account,
                asOf,
                HISTORY);
    }

    /** Asked only once the warehouse could not be opened, so that looking never stands in the way of a run. */
    private static boolean running(Home home) throws IOException {
        Optional<RunLock> lock = RunLock.tryAcquire(home);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    private static NightFailure nothingYet(Home home) {
        return failure(
                ExitCode.USAGE,
                "KEN-J06",
                home.directory().toString(),
                new Text("まだ一度も採点されていません。", "Nothing has been scored yet."),
                new Text("まず kenshin run nightly を実行してください。", "Begin with kenshin run nightly."));
    }

    private static NightFailure busy(Home home) {
        return failure(
                ExitCode.LOCKED,
                "KEN-J07",
                home.directory().toString(),
                new Text("別の実行が進行中のため、今は読めません。", "A run is going on, so nothing can be read now."),
                new Text(
                        "終わってからもう一度実行してください。様子は kenshin status で見られます。",
                        "Try again once it has ended; kenshin status tells how it fares."));
    }

    private static NightFailure noSnapshot(AccountName account, LocalDate asOf, List<LocalDate> known) {
        String dates = known.stream().limit(LISTED).map(LocalDate::toString).collect(Collectors.joining(", "));
        String more = known.size() > LISTED ? ", …" : "";
        return failure(
                ExitCode.USAGE,
                "KEN-J09",
                account.toString(),
                new Text("「" + asOf + "」のスナップショットはありません。", "There is no snapshot of '" + asOf + "'."),
                known.isEmpty()
                        ? new Text("それより前のものは1つもありません。", "There is none before.")
                        : new Text("あるもの: " + dates + more + "。", "There are: " + dates + more + "."));
    }

    private static NightFailure failure(ExitCode exit, String code, String where, Text message, Text fix) {
        return new NightFailure(exit, List.of(Problem.error(code, new Location.Named(where), message, fix)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
