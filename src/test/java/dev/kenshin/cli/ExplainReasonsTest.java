package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.problem.DisplayWidth;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why scores of the sample company moved within a month, what would help, and where their numbers come from. */
class ExplainReasonsTest {
    private static final String FALLEN = "C0019";
    private static final String RISEN = "C0038";

    @TempDir
    static Path directory;

    private static Path home;
    private static final Map<String, JsonNode> PAGES = new HashMap<>();

    @BeforeAll
    static void twoNights() throws IOException {
        home = directory.resolve("home");
        SampleNights.run(home, LocalDate.parse("2026-09-30"), LocalDate.parse("2026-10-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FALLEN, RISEN, "C0057", "C0052"})
    void partsOfMoves_sumToTheChange_acrossAndDownwards(String account) {
        JsonNode page = json(account);
        double all = 0;
        for (JsonNode move : page.get("moves")) {
            assertThat(sum(move.get("parts"))).isCloseTo(move.get("points").asDouble(), within(1e-9));
            all += move.get("points").asDouble();
        }
        JsonNode change = page.get("change");
        assertThat(all).isCloseTo(change.get("points").asDouble(), within(1e-9));
        assertThat(sum(change.get("parts"))).isCloseTo(all, within(1e-9));
        double before = page.at("/previous/score/health").asDouble();
        assertThat(page.at("/score/health").asDouble() - before).isCloseTo(all, within(1e-9));
    }

    private static double sum(JsonNode parts) {
        double sum = 0;
        for (JsonNode part : parts) {
            sum += part.asDouble();
        }
        return sum;
    }

    @Test
    void printedParts_addUpInEveryRow() {
        List<String> rows = page(FALLEN, "en")
                .lines()
                .dropWhile(line -> !line.startsWith("Since the snapshot of 2026-09-30"))
                .skip(2)
                .takeWhile(line -> line.startsWith("  ") && !line.startsWith("  Data"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(5);
        for (String row : rows) {
            List<BigDecimal> figures = Stream.of(row.strip().split(" {2,}"))
                    .filter(cell -> cell.matches("[-+]\\d+\\.\\d\\d"))
                    .map(BigDecimal::new)
                    .toList();
            assertThat(figures.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(row)
                    .isEqualByComparingTo(figures.get(0));
        }
    }

    @Test
    void dataThatWent_isNamedAsTheReasonForOtherWeights() {
        assertThat(page(FALLEN, "en"))
                .contains("Data that went or returned", "NPS, decision makers: 100 → unknown (No data, left out)");
    }

    @Test
    void otherCard_isAdmitted() {
        assertThat(page("C0035", "en")).contains("The scorecard was 'Onboarding' and is 'Standard'", "Card");
    }

    @Test
    void overrideInTheWay_isNamedBeforeAnythingElse() {
        assertThat(page(FALLEN, "ja")).contains("レベルを上げるには(「要注意」は 30 以上)", "まず、これがなくなること", "上限25点");
    }

    @Test
    void suggestion_tellsValueAndLevel() {
        assertThat(page(RISEN, "ja")).contains("「様子見」は 50 以上", "活用率を 15.3% 以上にする（今 8%）");
        JsonNode raise = json(RISEN).at("/next/raises/0");
        assertThat(raise.get("key").asString()).isEqualTo("utilisation_rate");
        assertThat(raise.get("relation").asString()).isEqualTo("at-least");
        assertThat(raise.get("value").asDouble()).isEqualTo(0.153);
        assertThat(raise.get("health").asDouble()).isBetween(50.0, 50.1);
    }

    @Test
    void placeOfANumber_holdsTheAccount() throws IOException {
        List<String> contracts =
                Files.readAllLines(Path.of("sample-data/crm/contracts.csv"), Charset.forName("windows-31j"));
        JsonNode renewal = origin("days_to_renewal", "crm.contracts");
        String place = renewal.at("/places/0/place").asString();

        assertThat(place).matches("contracts\\.csv:\\d+");
        assertThat(contracts.get(Integer.parseInt(place.substring(place.indexOf(':') + 1)) - 1))
                .contains(FALLEN);
        assertThat(renewal.at("/places/0/at").asString()).startsWith("2026-11-01T00:00");
    }

    @Test
    void usage_isFollowedToItsFiles() {
        JsonNode usage = origin("utilisation_rate", "product");

        assertThat(usage.at("/places/0/place").asString()).endsWith("usage-2026-10.parquet");
        assertThat(usage.get("days").asInt()).isBetween(1, 28);
        assertThat(usage.get("rows").asLong())
                .isGreaterThanOrEqualTo(usage.get("days").asLong());
        assertThat(usage.get("newest").asString()).isEqualTo("2026-10-31");
    }

    private static JsonNode origin(String metric, String stream) {
        for (JsonNode component : json(FALLEN).get("origins")) {
            for (JsonNode origin : component.get("origins")) {
                if (component.get("metric").asString().equals(metric)
                        && origin.get("stream").asString().equals(stream)) {
                    return origin;
                }
            }
        }
        throw new AssertionError(metric + " has nothing from " + stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void narrowTerminal_getsNoLongTables(String language) {
        CommandLineRun run = CommandLineRun.of(
                Map.of("COLUMNS", "80"), "explain", FALLEN, "--home", home.toString(), "--lang", language);

        assertThat(run.out().lines().filter(line -> line.startsWith("  ")).mapToInt(DisplayWidth::of))
                .allMatch(width -> width <= 120);
    }

    @Test
    void since_mustBeAnEarlierSnapshot() {
        CommandLineRun run = explain(FALLEN, "en", "--since", "2026-10-01");
        CommandLineRun first = explain(FALLEN, "en", "--as-of", "2026-09-30", "--since", "2026-10-31");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no snapshot of '2026-10-01'", "2026-09-30");
        assertThat(first.err()).contains("There is none before");
    }

    @Test
    void movers_areThoseWhoMovedMost_withTheirReason() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(home.resolve("exports/2026-10-31/mover.csv"))) {
            lines.skip(1).map(line -> line.split(",")).forEach(rows::add);
        }

        assertThat(rows).hasSize(40);
        assertThat(rows.get(0)).contains("previous", "2026-09-30", "down", "1", FALLEN, "medium", "critical");
        assertThat(rows.get(0)[13]).startsWith("利用が急減し、ほとんど使われていない: 新たに適用");
        for (String[] row : rows) {
            assertThat(Double.parseDouble(row[12]) > 0).isEqualTo(row[3].equals("up"));
        }
        for (int i = 1; i < 10; i++) {
            assertThat(Double.parseDouble(rows.get(i)[12]))
                    .isGreaterThanOrEqualTo(Double.parseDouble(rows.get(i - 1)[12]));
        }
    }

    @Test
    void summaryOfTheRun_namesTheFirstThree() {
        String out = CommandLineRun.of("status", "--home", home.toString(), "--lang", "en")
                .out();

        assertThat(out).contains("Down since 2026-09-30: C0019 株式会社澄鍵メディカル -42.5, C0057", "Up since 2026-09-30: C0091");
    }

    private static String page(String account, String language) {
        return explain(account, language).out();
    }

    /** The same page is asked for by several tests. */
    private static JsonNode json(String account) {
        return PAGES.computeIfAbsent(account, any -> new JsonMapper()
                .readTree(explain(account, "en", "--format", "json").out()));
    }

    private static CommandLineRun explain(String account, String language, String... further) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("explain", account, "--home", home.toString(), "--lang", language),
                        Stream.of(further))
                .toArray(String[]::new));
    }
}
