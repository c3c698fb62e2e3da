package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.ops.Home;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Explains accounts of the sample company after two real nights. */
class ExplainCommandTest {
    private static final Pattern COMPONENT = Pattern.compile(" {2}\\S.* ([\\d.-]+) +([\\d.]+)% +(-?[\\d.]+)(?:  .*)?");
    private static final Pattern GROUP = Pattern.compile("[^ ].* ([\\d.]+)% +(-?[\\d.]+)");
    private static final Pattern BEFORE =
            Pattern.compile("(?:Health before overrides|Health) = 100 [-+] [\\d.]+ +([\\d.]+)");
    private static final Pattern OVERRIDE =
            Pattern.compile("Override \\(.*\\) +([-+]?[\\d.]+)  (?:([\\d.]+) → ([\\d.]+)|changes nothing)  \\S.*");
    private static final Pattern HEALTH = Pattern.compile("Health ([\\d.]+)  .*");

    private static final Map<String, String> PAGES = new HashMap<>();

    @TempDir
    static Path directory;

    private static Path home;
    private static String overruled = "";
    private static String withoutOpinion = "";
    private static String beginner = "";
    private static String churned = "";

    @BeforeAll
    static void twoNights() throws IOException, SQLException {
        home = directory.resolve("home");
        SampleNights.run(home, LocalDate.parse("2026-10-30"), LocalDate.parse("2026-10-31"));
        overruled = first("health_component", "metric like 'override:%' and status = 'applied'");
        withoutOpinion = first("health_component", "metric = 'nps_decision_makers' and status = 'missing-excluded'");
        churned = first("segment", "class = 'churned'");
        beginner = first("health_component", "metric = 'onboarding_progress'");
    }

    /** The first account for which the second night kept such a row. */
    private static String first(String table, String condition) throws SQLException {
        try (Warehouse warehouse = Warehouse.readOnly(new Home(home).warehouse());
                Connection connection = warehouse.connection()) {
            return Query.first(
                            connection,
                            row -> row.getString(1),
                            "select min(account_id) from score." + table + " where as_of = date '2026-10-31' and "
                                    + condition)
                    .orElseThrow();
        }
    }

    static List<String> accounts() {
        return List.of("C0001", overruled, withoutOpinion, beginner);
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void printedPoints_addUpToThePrintedHealth(String account) {
        List<String> page = page(account);

        BigDecimal components = sum(page, COMPONENT, 3);
        assertThat(components).isEqualTo(sum(page, GROUP, 2));
        BigDecimal before = new BigDecimal(only(page, BEFORE).group(1));
        assertThat(new BigDecimal("100").add(components)).isEqualByComparingTo(before);
        BigDecimal overrides = sum(page, OVERRIDE, 1);
        assertThat(before.add(overrides))
                .isEqualByComparingTo(only(page, HEALTH).group(1));
        assertThat(sum(page, COMPONENT, 2)).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void printedPoints_areWeightTimesScoreLessHundred(String account) {
        for (Matcher line : matches(page(account), COMPONENT)) {
            double score = line.group(1).equals("-") ? 100 : Double.parseDouble(line.group(1));
            double points = Double.parseDouble(line.group(2)) / 100 * (score - 100);
            assertThat(Double.parseDouble(line.group(3))).isCloseTo(points, within(0.03));
        }
    }

    @Test
    void override_isToldWithBeforeAndAfter() {
        assertThat(matches(page(overruled), OVERRIDE)).isNotEmpty().allSatisfy(override -> {
            assertThat(override.group()).containsPattern("\\(at most \\d+\\)");
            assertThat(new BigDecimal(override.group(2)).add(new BigDecimal(override.group(1))))
                    .isEqualByComparingTo(override.group(3));
        });
    }

    @Test
    void missingData_isSaidInWords() {
        assertThat(page(withoutOpinion)).anySatisfy(line -> assertThat(line)
                .startsWith("  NPS, decision makers")
                .contains("unknown", "0.00%", "No data, left out"));
        assertThat(CommandLineRun.of("explain", withoutOpinion, "--home", home.toString(), "--lang", "ja")
                        .out())
                .contains("NPS(決裁者)", "データなし(除外)", "スコアカード「標準」");
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void moves_addUpToTheChange(String account) {
        List<String> page = page(account).stream()
                .dropWhile(line -> !line.startsWith("Since"))
                .toList();
        Pattern healths = Pattern.compile("Since the snapshot of 2026-10-30: ([\\d.]+) → ([\\d.]+)");
        Pattern move = Pattern.compile(" {2}(?!Sum|No change)\\S.*? {2,}([-+][\\d.]+|0\\.00)(?: {2}.*)?");

        Matcher change = only(page, healths);
        assertThat(sum(page, move, 1))
                .isEqualByComparingTo(new BigDecimal(change.group(2)).subtract(new BigDecimal(change.group(1))));
    }

    @Test
    void earlierNight_hasNothingToCompareWith() {
        CommandLineRun run = explain("C0001", "--as-of", "2026-10-30");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("as of 2026-10-30", "This is the first snapshot");
    }

    @Test
    void churnedAccount_isToldWhichScorecardsThereAre() {
        assertThat(explain(churned).out())
                .contains(
                        "No health: no scorecard applies",
                        "lifecycle = 'churned'",
                        "Churned on: ",
                        "Scorecard 'Standard' is for: lifecycle in ('adoption', 'expansion')");
    }

    @Test
    void json_holdsTheSameUnrounded() {
        JsonNode score =
                new JsonMapper().readTree(explain(overruled, "--json").out()).get("score");

        double sum = 100;
        for (JsonNode group : score.get("groups")) {
            for (JsonNode component : group.get("components")) {
                sum += component.get("contribution").asDouble();
            }
        }
        assertThat(sum).isCloseTo(score.get("before_overrides").asDouble(), within(1e-9));
        for (JsonNode rule : score.get("overrides")) {
            sum += rule.get("contribution").asDouble();
        }
        assertThat(sum).isCloseTo(score.get("health").asDouble(), within(1e-9));
    }

    @Test
    void partOfTheName_findsTheAccount() {
        assertThat(explain("（株）ウミネックス").out()).startsWith("ウミネックスソフトウェア株式会社 (C0057)");
    }

    @Test
    void wordsThatFitSeveral_areRefusedWithTheirIds() {
        CommandLineRun run = explain("ソフトウェア");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("C0001 株式会社ヒナネントソフトウェア", "C0057 ウミネックスソフトウェア株式会社");
    }

    @Test
    void misspeltName_isAnsweredWithSimilarOnes() {
        CommandLineRun run = explain("ウミネックソフトウェア");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no account 'ウミネックソフトウェア'", "C0057 ウミネックスソフトウェア株式会社");
    }

    @Test
    void dateWithoutSnapshot_isAnsweredWithThoseThatThereAre() {
        CommandLineRun run = explain("C0001", "--as-of", "2026-09-30");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no snapshot of '2026-09-30'", "2026-10-31, 2026-10-30");
    }

    @Test
    void changedConfiguration_isAdmittedAndUnknownThingsGoByTheirNames() throws IOException {
        Path changed = directory.resolve("changed");
        Files.createDirectories(changed.resolve("jobs"));
        copy(Path.of("config"), changed.resolve("config"));
        Files.delete(changed.resolve("config/metrics/voice.yaml"));
        Path card = changed.resolve("config/scorecards/standard.yaml");
        Files.writeString(card, Files.readString(card).replace("minimum-coverage: 60%", "minimum-coverage: 50%"));

        CommandLineRun run =
                explain("C0001", "--config", changed.resolve("config").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("nps_decision_makers", "Utilisation rate", "The scorecard has changed since then");
    }

    private static List<String> page(String account) {
        return PAGES.computeIfAbsent(account, asked -> explain(asked).out())
                .lines()
                .toList();
    }

    private static CommandLineRun explain(String account, String... further) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("explain", account, "--home", home.toString(), "--lang", "en"), Stream.of(further))
                .toArray(String[]::new));
    }

    private static BigDecimal sum(List<String> lines, Pattern pattern, int group) {
        return matches(lines, pattern).stream()
                .map(line -> new BigDecimal(line.group(group)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Matcher only(List<String> lines, Pattern pattern) {
        List<Matcher> found = matches(lines, pattern);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Of the lines that show how health adds up; the first paragraph and the last ones do not. */
    private static List<Matcher> matches(List<String> lines, Pattern pattern) {
        return lines.stream()
                .filter(line -> !line.startsWith("Sum"))
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
