package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.ops.Home;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Months of the sample company: computed afterwards, by their nights, and compared. */
class BackfilledSampleTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);

    @TempDir
    static Path directory;

    private static Path home;
    private static JsonNode comparison;

    /** One account of one snapshot. */
    private record Scored(@Nullable Double health, String level) {}

    @BeforeAll
    static void computeMonths() throws Exception {
        home = directory.resolve("afterwards").resolve("home");
        SampleNights.run(home, OCTOBER);
        SampleNights.backfill(home, AUGUST, OCTOBER);
        comparison = compare("--by=owner", "--metric=utilisation_rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"score.account_health", "score.health_component", "score.segment", "metric.metric_value"})
    void months_areWhatTheirNightsWouldHaveSaid(String table) throws Exception {
        Path nights = nights();
        String rows = "select t::varchar from " + table + " t where as_of <= '" + SEPTEMBER + "' order by all";
        assertThat(rows(home, rows)).isNotEmpty().isEqualTo(rows(nights, rows));
    }

    /** From the kept values alone, although the model has moved on. */
    @Test
    void monthsReplayed_withTheSameScorecards_areTheSame() {
        CommandLineRun run =
                CommandLineRun.of("replay", "--home=" + home, "--from=" + AUGUST, "--to=" + SEPTEMBER, "--format=json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode dates = JsonMapper.builder().build().readTree(run.out());
        assertThat(dates).hasSize(2).allSatisfy(date -> {
            assertThat(date.at("/now/scored").asInt()).isGreaterThan(90);
            assertThat(date.at("/now")).isEqualTo(date.at("/before"));
            assertThat(date.get("accounts")).isEmpty();
            assertThat(date.get("unmeasured")).isEmpty();
        });
    }

    @Test
    void levels_andTheirTransitions_areCounted() throws Exception {
        Map<String, Scored> then = scores(AUGUST);
        Map<String, Scored> now = scores(OCTOBER);
        Map<String, Integer> transitions = new TreeMap<>();
        then.forEach((account, scored) ->
                transitions.merge(scored.level() + " " + now.get(account).level(), 1, Integer::sum));
        for (JsonNode each : comparison.get("transitions")) {
            String way = each.get("from").asString() + " " + each.get("to").asString();
            assertThat(each.get("accounts").asInt()).as(way).isEqualTo(transitions.getOrDefault(way, 0));
        }
        for (JsonNode level : comparison.get("levels")) {
            assertSummary(level.get("then"), of(then, level.get("name").asString()));
            assertSummary(level.get("now"), of(now, level.get("name").asString()));
        }
        assertSummary(comparison.at("/total/then"), List.copyOf(then.values()));
        assertSummary(comparison.at("/total/now"), List.copyOf(now.values()));
    }

    @Test
    void groups_addUpToTheTotal() {
        assertThat(sum("/then/accounts"))
                .isEqualTo(comparison.at("/total/then/accounts").asDouble());
        assertThat(sum("/now/arr")).isEqualTo(comparison.at("/total/now/arr").asDouble());
    }

    @Test
    void meanMoves_sumToTheChangeOfTheMean() throws Exception {
        Map<String, Scored> then = scores(AUGUST);
        double[] changes = scores(OCTOBER).entrySet().stream()
                .filter(now -> now.getValue().health() != null
                        && then.get(now.getKey()).health() != null)
                .mapToDouble(
                        now -> now.getValue().health() - then.get(now.getKey()).health())
                .toArray();
        double mean = Arrays.stream(changes).average().orElseThrow();
        double moved = StreamSupport.stream(comparison.get("moves").spliterator(), false)
                .mapToDouble(move -> move.get("points").asDouble())
                .sum();
        assertThat(comparison.get("common").asInt()).isEqualTo(changes.length);
        assertThat(comparison.get("mean_change").asDouble()).isCloseTo(mean, within(1e-9));
        assertThat(moved).isCloseTo(mean, within(1e-9));
    }

    @Test
    void movers_haveTheLargestMoveForAReason() throws Exception {
        JsonNode down = comparison.at("/accounts/0");
        String account = down.get("account_id").asString();
        Map<String, Double> moves = new HashMap<>(contributions(account, OCTOBER));
        contributions(account, AUGUST).forEach((key, points) -> moves.merge(key, -points, Double::sum));
        double smallest = Collections.min(moves.values());
        assertThat(down.at("/reason/points").asDouble()).isCloseTo(smallest, within(1e-9));
        assertThat(moves.get(down.at("/reason/key").asString())).isCloseTo(smallest, within(1e-9));
    }

    @Test
    void metric_hasItsMeanAndMedian() throws Exception {
        List<Double> values = numbers("select value from metric.metric_value where metric = 'utilisation_rate'"
                + " and as_of = '" + AUGUST + "' and value is not null order by value");
        JsonNode then = comparison.at("/figures/0/then");
        assertThat(then.get("known").asInt()).isEqualTo(values.size());
        assertThat(then.get("mean").asDouble()).isCloseTo(mean(values), within(1e-9));
        assertThat(then.get("median").asDouble()).isCloseTo(median(values), within(1e-9));
    }

    @Test
    void customers_comeAndGoWithTheirContracts() throws Exception {
        List<String> gone = rows(
                home,
                "select account_id from model.contract group by 1 having bool_and(least(churned_on, ends_on + 1) <= '"
                        + OCTOBER + "') and not bool_and(least(churned_on, ends_on + 1) <= '" + AUGUST
                        + "') order by 1");
        assertThat(accounts("gone")).isNotEmpty().containsExactlyInAnyOrderElementsOf(gone);
        assertThat(accounts("fresh"))
                .containsExactlyInAnyOrderElementsOf(rows(
                        home,
                        "select account_id from model.account where started_on > '" + AUGUST + "' and started_on <= '"
                                + OCTOBER + "'"));
    }

    @Test
    void page_isThereInBothLanguages() {
        String english = page("--lang=en", "--by=lifecycle", "--metric=nps");
        assertThat(english).contains("2026-10-31 compared with 2026-08-31", "Largest falls", "from (down) to (across)");
        assertThat(page("--lang=ja")).contains("2026-10-31 と 2026-08-31 の比較", "大きく下がった顧客");
    }

    @Test
    void csv_hasARowAnAccount() {
        assertThat(page("--format=csv").lines()).hasSize(121).first().asString().startsWith("account_id,name,");
        assertThat(page("--format=csv", "--account=C0019").lines()).hasSize(2);
    }

    @Test
    void missingSnapshot_isRefusedWithTheNearestAndTheCommand() {
        CommandLineRun run = run("--with=2026-08-15", "--lang=en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("KEN-J14", "2026-08-31", "kenshin backfill nightly --from 2026-08-15 --to 2026-08-15");
    }

    @Test
    void unknownGroupOrMetric_isRefusedWithWhatThereIs() {
        assertThat(run("--with=2026-08-31", "--by=moon").err()).contains("KEN-J15", "lifecycle");
        assertThat(run("--with=2026-08-31", "--metric=moon").err()).contains("KEN-J16");
        assertThat(run("--with=2026-08-31", "--account=zzzz").exitCode()).isEqualTo(2);
    }

    private static Path nights() throws IOException {
        Path nights = directory.resolve("nights").resolve("home");
        if (!nights.toFile().exists()) {
            SampleNights.run(nights, AUGUST, SEPTEMBER);
        }
        return nights;
    }

    private static CommandLineRun run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--home=" + home, "--as-of=2026-10-31"));
        arguments.addAll(List.of(options));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static String page(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--with=2026-08-31");
        CommandLineRun run = run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static JsonNode compare(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--format=json");
        return JsonMapper.builder().build().readTree(page(arguments.toArray(String[]::new)));
    }

    private static void assertSummary(JsonNode summary, List<Scored> accounts) {
        List<Double> healths = new ArrayList<>();
        accounts.stream().filter(each -> each.health() != null).forEach(each -> healths.add(each.health()));
        Collections.sort(healths);
        assertThat(summary.get("accounts").asInt()).isEqualTo(accounts.size());
        assertThat(summary.get("scored").asInt()).isEqualTo(healths.size());
        if (!healths.isEmpty()) {
            assertThat(summary.get("mean").asDouble()).isCloseTo(mean(healths), within(1e-9));
            assertThat(summary.get("median").asDouble()).isCloseTo(median(healths), within(1e-9));
        }
    }

    private static List<Scored> of(Map<String, Scored> scores, String level) {
        return scores.values().stream()
                .filter(each -> each.level().equals(level))
                .toList();
    }

    private static double sum(String figure) {
        return StreamSupport.stream(comparison.get("groups").spliterator(), false)
                .mapToDouble(group -> group.at(figure).asDouble())
                .sum();
    }

    private static List<String> accounts(String which) {
        List<String> accounts = new ArrayList<>();
        for (JsonNode account : comparison.get("accounts")) {
            boolean then = account.at("/then/customer").asBoolean();
            boolean now = account.at("/now/customer").asBoolean();
            if (then != now && now == which.equals("fresh")) {
                accounts.add(account.get("account_id").asString());
            }
        }
        return accounts;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double median(List<Double> sorted) {
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    private static Map<String, Scored> scores(LocalDate date) throws SQLException {
        Map<String, Scored> scores = new TreeMap<>();
        try (Warehouse warehouse = Warehouse.readOnly(new Home(home).warehouse());
                Connection connection = warehouse.connection()) {
            Query.list(
                    connection,
                    row -> scores.put(row.getString(1), new Scored((Double) row.getObject(2), row.getString(3))),
                    "select account_id, health, level from score.account_health where as_of = ?",
                    date);
        }
        return scores;
    }

    private static Map<String, Double> contributions(String account, LocalDate date) throws SQLException {
        Map<String, Double> points = new HashMap<>();
        try (Warehouse warehouse = Warehouse.readOnly(new Home(home).warehouse());
                Connection connection = warehouse.connection()) {
            Query.list(
                    connection,
                    row -> points.put(row.getString(1), row.getDouble(2)),
                    "select metric, contribution from score.health_component where as_of = ? and account_id = ?",
                    date,
                    account);
        }
        return points;
    }

    private static List<Double> numbers(String sql) throws SQLException {
        return rows(home, sql).stream().map(Double::valueOf).toList();
    }

    private static List<String> rows(Path of, String sql) throws SQLException {
        try (Warehouse warehouse = Warehouse.readOnly(new Home(of).warehouse());
                Connection connection = warehouse.connection()) {
            return Query.list(connection, row -> row.getString(1), sql);
        }
    }
}
