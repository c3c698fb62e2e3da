package dev.kenshin.job;

import dev.kenshin.model.Model;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.ModelWriter;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.batch.core.step.Step;

/**
 * Makes sure that there are accounts, and each of them once. Of several rows with one id the first stays, in the order of the mappings'
 * names and then of the records' keys; the others are quarantined with both places.
 */
final class AccountStep {
    private static final String NAME = "accounts";
    private static final String DUPLICATE = "KEN-J07";

    private final Night night;

    AccountStep(Night night) {
        this.night = night;
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::settle);
    }

    /** Whether a row was set aside that may have to come back, now that the accounts change. */
    static boolean hasSetAside(Connection connection, String mapping) throws SQLException {
        return Query.number(
                        connection,
                        "select count(*) from landing.quarantine where mapping = ? and code = ?",
                        mapping,
                        DUPLICATE)
                > 0;
    }

    private record Duplicate(String mapping, String stream, QuarantineRow row) {}

    void settle() throws SQLException {
        Connection connection = night.inTransaction();
        setAsideDuplicates(connection);
        if (Query.number(connection, "select count(*) from model.account") == 0) {
            throw new NightFailure(ExitCode.GATE, List.of(nobody()));
        }
    }

    void setAsideDuplicates(Connection connection) throws SQLException {
        Map<String, List<Duplicate>> byMapping = duplicates(connection).stream()
                .collect(Collectors.groupingBy(Duplicate::mapping, LinkedHashMap::new, Collectors.toList()));
        for (List<Duplicate> duplicates : byMapping.values()) {
            setAside(connection, duplicates);
        }
    }

    private static Problem nobody() {
        return Problem.error(
                "KEN-J08",
                new Location.Named(NAME),
                new Text(
                        "顧客が1社もないため、公開せずに止めました。",
                        "there is not a single account, so the night stopped before publishing."),
                new Text(
                        "account へのマッピングと、その取得元の件数・隔離された行を確認してください。",
                        "Look at the mapping to account: how many records its source gave, and what was quarantined."));
    }

    private void setAside(Connection connection, List<Duplicate> duplicates) throws SQLException {
        String mapping = duplicates.get(0).mapping();
        List<QuarantineRow> rows = duplicates.stream().map(Duplicate::row).toList();
        List<String> keys = rows.stream().map(QuarantineRow::key).toList();
        new ModelWriter(Model.ACCOUNT, mapping).replace(connection, keys, List.of());
        Quarantine.replace(connection, duplicates.get(0).stream(), mapping, keys, rows);
        night.log().count(NAME, "quarantined", rows.size());
    }

    private List<Duplicate> duplicates(Connection connection) throws SQLException {
        String origins = origins();
        if (origins.isEmpty()) {
            return List.of();
        }
        return Query.list(
                connection,
                AccountStep::duplicate,
                "with origin as (select * from (values " + origins + ") as o(mapping, stream)),"
                        + " located as (select a.account_id, a.mapping, a.record_key, o.stream, r.place"
                        + " from model.account a join origin o using (mapping)"
                        + " left join landing.record r on r.stream = o.stream and r.key = a.record_key"
                        + " and r.superseded_at is null)"
                        + " select *, first_value(place) over same as first_place from located"
                        + " window same as (partition by account_id order by mapping, record_key)"
                        + " qualify row_number() over same > 1 order by account_id, mapping, record_key");
    }

    private String origins() {
        return night.plan().mappings().stream()
                .filter(CompiledMapping::ofAccounts)
                .map(mapping -> "(" + Quoted.text(mapping.config().name()) + ", " + Quoted.text(mapping.stream()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static Duplicate duplicate(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        QuarantineRow quarantined = new QuarantineRow(
                row.getString("record_key"),
                row.getString("place"),
                "account_id",
                account,
                DUPLICATE,
                new Text(
                        "顧客「" + account + "」は「" + row.getString("first_place") + "」にもあります。",
                        "The account '" + account + "' also stands at '" + row.getString("first_place") + "'."),
                new Text(
                        "片方を削除するか、別の番号にしてください。それまでは、もう一方の行を使います。",
                        "Remove one of them or give it another id; until then the other row counts."));
        return new Duplicate(row.getString("mapping"), row.getString("stream"), quarantined);
    }
}
