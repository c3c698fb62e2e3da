package dev.kenshin.housekeeping;

import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.ExportHistory;
import dev.kenshin.publish.MartHistory;
import dev.kenshin.warehouse.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether readers see what the warehouse knows: files and mart of the newest date. */
final class PublishedChecks {
    private static final Text LATEST = new Text("exports/latest", "exports/latest");
    private static final Text COUNTS = new Text("公開した行の数", "Rows that were published");
    private static final Text DICTIONARY = new Text("列の説明", "Data dictionary");
    /** What has a row for each row of a table of the warehouse. */
    private static final Map<String, String> SOURCES = Map.of(
            "account_health", "score.account_health",
            "health_component", "score.health_component",
            "metric_value", "metric.metric_value");

    private final Home home;
    private final Optional<NightPlan> plan;

    PublishedChecks(Home home, Optional<NightPlan> plan) {
        this.home = home;
        this.plan = plan;
    }

    List<Check> all(Connection warehouse) throws IOException, SQLException {
        Optional<LocalDate> latest = new ExportHistory(home.exports()).latest();
        Path directory = home.exports().resolve("latest");
        if (latest.isEmpty() && !Files.exists(home.exports())) {
            return List.of(Check.good("KEN-K29", LATEST, new Text("まだ公開されていません", "nothing was published yet")));
        }
        if (latest.isEmpty() || !Files.isDirectory(directory)) {
            return List.of(Check.wrong(
                    "KEN-K29",
                    LATEST,
                    new Text("どこも指していません", "leads nowhere"),
                    new Text(
                            "kenshin run nightly --force で公開し直してください。",
                            "Publish again with kenshin run nightly --force.")));
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.good("KEN-K29", LATEST, Text.same(latest.get().toString())));
        Map<String, Long> mart = Map.of();
        try {
            mart = mart(latest.get());
        } catch (SQLException e) {
            checks.add(unreachable(e));
        }
        checks.add(counts(warehouse, latest.get(), directory, mart));
        if (Files.exists(directory.resolve("data_dictionary.csv"))) {
            checks.add(dictionary(directory));
        }
        return List.copyOf(checks);
    }

    private static Check unreachable(SQLException failure) {
        return Check.wrong(
                "KEN-K28",
                new Text("マート", "Mart"),
                Check.reason(failure),
                new Text(
                        "サーバーなら、動いているか確かめてください。ファイルなら、開いているほかのプログラムを閉じてください。",
                        "If it is on a server, see that the server runs; if it is a file, close the program that has it open."));
    }

    private static Check counts(Connection warehouse, LocalDate latest, Path directory, Map<String, Long> mart)
            throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String table : new TreeSet<>(SOURCES.keySet())) {
            long known =
                    Query.number(warehouse, "select count(*) from " + SOURCES.get(table) + " where as_of = ?", latest);
            Path file = directory.resolve(table + ".csv");
            if (Files.exists(file)) {
                compare(table + ".csv", new PublishedFile(file).rows(latest.toString()), known, wrong);
                compared++;
            }
            if (!mart.isEmpty()) {
                compare("mart." + table, mart.getOrDefault(table, 0L), known, wrong);
                compared++;
            }
        }
        return wrong.isEmpty()
                ? Check.good(
                        "KEN-K28",
                        COUNTS,
                        new Text("一致（" + compared + " 表）", "as in the warehouse (" + compared + " tables)"))
                : Check.wrong(
                        "KEN-K28",
                        COUNTS,
                        Text.same(String.join("; ", wrong)),
                        new Text(
                                "kenshin run nightly --as-of " + latest + " --force で公開し直してください。",
                                "Publish again with kenshin run nightly --as-of " + latest + " --force."));
    }

    private static void compare(String what, long published, long known, List<String> wrong) {
        if (published != known) {
            wrong.add(what + " " + published + " <> " + known);
        }
    }

    private Map<String, Long> mart(LocalDate latest) throws SQLException {
        if (plan.isEmpty()) {
            return Map.of();
        }
        try (MartRows rows = MartRows.of(plan.get(), home)) {
            List<MartHistory> marts = rows.marts();
            return marts.isEmpty() ? Map.of() : marts.get(0).rows(List.of(latest));
        }
    }

    /** Every column of every file that lies beside it. */
    private static Check dictionary(Path directory) throws IOException {
        Set<String> known = new HashSet<>(new PublishedFile(directory.resolve("data_dictionary.csv")).keys(3));
        Set<String> described = new HashSet<>();
        known.forEach(key -> described.add(key.replaceFirst("^\\d{4}-\\d\\d-\\d\\d\\.", "")));
        List<String> missing = new ArrayList<>();
        for (Path file : Trees.contents(directory.toRealPath(), Path::compareTo)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".csv")) {
                for (String column : new PublishedFile(file).columns()) {
                    String key = name.substring(0, name.length() - 4) + "." + column;
                    if (!described.contains(key)) {
                        missing.add(key);
                    }
                }
            }
        }
        return missing.isEmpty()
                ? Check.good("KEN-K28", DICTIONARY, new Text("すべての列に説明があります", "describes every column"))
                : Check.wrong(
                        "KEN-K28",
                        DICTIONARY,
                        Text.same(String.join(", ", missing)),
                        new Text(
                                "kenshin run nightly --force で公開し直してください。",
                                "Publish again with kenshin run nightly --force."));
    }
}
