package dev.kenshin.usage;

import dev.kenshin.config.Expectation;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.OutagePolicy;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What tests of usage share: a configuration, links by identity, and the rows of the model. */
final class UsageTesting {
    private static final Location HERE = Location.file("product.yaml");

    private UsageTesting() {}

    static UsageConfig config(String type, Map<String, String> options) {
        return config("product", type, options);
    }

    static UsageConfig config(String name, String type, Map<String, String> options) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        options.forEach((key, value) -> entries.put(key, new Yaml.Scalar(value, value, HERE)));
        return new UsageConfig(
                name,
                type,
                new Yaml.Mapping(entries, Map.of(), HERE),
                List.of(new LinkConfig("account.tenant_id", "tenant_id", HERE)),
                "user_id",
                "occurred_at",
                "event",
                Optional.of("seconds"),
                3,
                new OutagePolicy.Fail(),
                Expectation.none(),
                HERE);
    }

    /** The rows of {@code model.usage_daily} once every key stands for an account of the same name. */
    static List<String> daily(Warehouse warehouse) throws SQLException {
        try (Connection conn = warehouse.connection()) {
            List<String> keys = UsageLinks.keys(conn, "product");
            UsageLinks.replace(
                    conn, "product", keys.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
            return rows(conn);
        }
    }

    static List<String> rows(Connection conn) throws SQLException {
        return Query.list(
                conn,
                row -> row.getString(1),
                "select concat_ws(' ', account_id, user_id, day, event, events, coalesce(seconds::varchar, '-'))"
                        + " from model.usage_daily order by all");
    }
}
