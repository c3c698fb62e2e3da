package dev.kenshin.job;

import dev.kenshin.landing.LandedRecord;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Filter;
import dev.kenshin.quarantine.Quarantined;
import dev.kenshin.quarantine.RecordId;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The quarantine of a home, to look at. Only reads. */
public final class QuarantineView implements AutoCloseable {
    private final Warehouse warehouse;
    private final Connection connection;

    private QuarantineView(Warehouse warehouse) throws SQLException {
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
    }

    /**
     * Opens the warehouse of a home.
     *
     * @throws NightFailure if no night has run yet, or one is running, or none since the quarantine has a history
     */
    public static QuarantineView open(Home home) throws IOException, SQLException {
        QuarantineView view = new QuarantineView(Explanations.opened(home, Warehouse::readOnly));
        if (!Quarantined.isKnown(view.connection)) {
            view.close();
            throw withoutHistory(home);
        }
        return view;
    }

    /** What is there, and what has left. */
    public Quarantined entries() {
        return new Quarantined(connection);
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
     * Of what a filter means, the records that belong to an account, or that may: it is among those that they were
     * compared with.
     */
    public Set<RecordId> recordsOf(NightPlan plan, AccountName account, Filter filter) throws SQLException {
        return new QuarantinedAccounts(links(plan), connection)
                .recordsOf(account, entries().entries(filter));
    }

    /** Everything that can be told of an entry. */
    public QuarantineDetail detail(NightPlan plan, Entry entry) throws SQLException {
        RecordId id = entry.record();
        Optional<LandedRecord> landed = id.unread()
                ? Optional.empty()
                : LandedRecord.current(connection, id.origin(), Set.of(id.key())).stream()
                        .findFirst();
        QuarantinedLinks links = links(plan);
        return new QuarantineDetail(
                entry,
                landed.map(QuarantineDetail.LandedFields::of),
                links.mapping(id)
                        .map(mapping -> WantedColumn.of(mapping, entry))
                        .orElse(List.of()),
                links.nearest(id, landed),
                entries().stays(entry),
                landed.flatMap(record -> links.outcome(id, record)));
    }

    private QuarantinedLinks links(NightPlan plan) throws SQLException {
        return new QuarantinedLinks(plan, warehouse, connection);
    }

    private static NightFailure withoutHistory(Home home) {
        return new NightFailure(
                ExitCode.USAGE,
                List.of(Problem.error(
                        "KEN-D01",
                        Location.file(home.warehouse().toString()),
                        new Text(
                                "隔離の履歴がまだありません。以前の版の Kenshin が書いたデータです。",
                                "the quarantine has no history yet: an earlier release of Kenshin wrote these"
                                        + " data."),
                        new Text(
                                "次の夜の実行（kenshin run nightly）から記録されます。それまでは exports/latest/quarantine.csv" + " を見てください。",
                                "The next night (kenshin run nightly) begins it; until then see"
                                        + " exports/latest/quarantine.csv."))));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
