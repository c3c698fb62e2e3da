package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several scorecards for one account: one decides its health, others score it besides, shown or only kept. */
class FurtherScorecardsTest {
    private static final String SHADOW = "experimental-next";
    /** What the shadow scores, or what the card scores where it decides. */
    private static final String FIGURES = "select row(account_id, scorecard, scorecard_hash, health, level, coverage,"
            + " confidence, override_rule, driver_1_ja, driver_2_en, move_1_ja)::varchar from ";

    private static final String PARTS = "select row(account_id, position, metric, value, score, effective_weight,"
            + " contribution, status, data_age_days)::varchar from ";

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeEach
    void addCards() throws IOException {
        company = TestCompany.in(directory.resolve("company"));
        Files.writeString(company.file("config/scorecards/voice.yaml"), """
                label: { ja: 声だけ, en: Voice only }
                applies-to: stage <> 'newcomer'
                groups:
                  voice:
                    label: { ja: 声, en: Voice }
                    weight: 100
                    components:
                      open_tickets: { weight: 50, bands: { 0: 100, 1: 60, 3: 0 } }
                      recommendation: { weight: 50, curve: { 0: 0, 10: 100 }, missing: { last-known: 30d } }
                levels: { critical: 0, high: 30, medium: 50, low: 70 }
                """);
        Files.writeString(
                company.file("config/scorecards/" + SHADOW + ".yaml"),
                Files.readString(company.file("config/scorecards/standard.yaml"))
                        .replace("{ ja: 標準, en: Standard }", "{ ja: 秘密の試算, en: Secret trial }")
                        .replace("curve: { 0: 0, 1: 100 }", "percentile: { better: higher, at-least: 2 }")
                        .replace("weight: 60", "weight: 70"));
        job("further-scorecards: [voice]\nshadow-scorecards: [" + SHADOW + "]\n");
    }

    @Test
    void furtherCard_scoresWhomItAppliesTo_besideTheOneHealth() throws Exception {
        company.run(TestCompany.SATURDAY);

        List<CsvRow> further = company.published("scorecard_health");
        assertThat(further).isNotEmpty().allSatisfy(row -> assertThat(row.get("scorecard"))
                .isEqualTo("voice"));
        assertThat(company.rows("select account_id from score.scorecard_health where scorecard = 'voice' order by 1"))
                .isEqualTo(company.rows("select account_id from score.segment where class <> 'newcomer' order by 1"));
        assertThat(company.published("account_health")).hasSize(5).noneSatisfy(row -> assertThat(row.get("scorecard"))
                .isEqualTo("voice"));
        assertThat(company.rows("select scorecard from score.scorecard_component group by 1 order by 1"))
                .containsExactly(SHADOW, "voice");
    }

    /** Two nights, so that moves and last-known scores have something to look back to; peers are the same accounts. */
    @Test
    void shadow_scoresAsTheCardScoresWhereItDecides() throws Exception {
        TestCompany deciding = company.copyTo(directory.resolve("deciding"));
        deciding.change("jobs/nightly.yaml", job -> job.replace("shadow-scorecards: [" + SHADOW + "]\n", "")
                .replace("[newcomers, standard]", "[" + SHADOW + "]"));
        for (TestCompany each : List.of(company, deciding)) {
            assertThat(each.run(TestCompany.SATURDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
            assertThat(each.run(TestCompany.SUNDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        }

        for (String date : List.of("2026-10-31", "2026-11-01")) {
            String when = " where as_of = date '" + date + "'";
            assertThat(company.rows(FIGURES + "score.scorecard_health" + when + " and kind = 'shadow' order by 1"))
                    .hasSize(5)
                    .isEqualTo(deciding.rows(FIGURES + "score.account_health" + when + " order by 1"));
            assertThat(company.rows(PARTS + "score.scorecard_component" + when + " and scorecard = '" + SHADOW
                            + "' order by 1"))
                    .isEqualTo(deciding.rows(PARTS + "score.health_component" + when + " order by 1"));
        }
    }

    /** Workbooks are packed, and marts too: the search looks into what is unpacked. */
    @Test
    void shadow_isNowhereInWhatIsPublished() throws Exception {
        job("further-scorecards: [voice]\nshadow-scorecards: [" + SHADOW + "]\n");
        company.change(
                "jobs/nightly.yaml", job -> job.replace("publish: [tables]", "publish: [tables, workbook, mart]"));
        company.run(TestCompany.SATURDAY);

        assertThat(company.rows("select count(*) from score.scorecard_health where kind = 'shadow'"))
                .containsExactly("5");
        assertThat(found("voice")).isNotEmpty();
        assertThat(found(SHADOW)).isEmpty();
        assertThat(found("秘密の試算")).isEmpty();
        assertThat(found("Secret trial")).isEmpty();
    }

    @Test
    void cardThatIsTakenOff_isGoneFromTheDateThatIsComputedAgain() throws Exception {
        company.run(TestCompany.SATURDAY);
        job("");
        company.runAgain(TestCompany.SATURDAY);

        assertThat(company.rows("select count(*) from score.scorecard_health")).containsExactly("0");
        assertThat(company.rows("select count(*) from score.scorecard_component"))
                .containsExactly("0");
        assertThat(company.published("scorecard_health")).isEmpty();
    }

    @Test
    void oneNightTwice_keepsTheSame() throws Exception {
        company.run(TestCompany.SATURDAY);
        List<String> before = company.rows("select s::varchar from score.scorecard_health s order by 1");
        company.runAgain(TestCompany.SATURDAY);

        assertThat(company.rows("select s::varchar from score.scorecard_health s order by 1"))
                .isEqualTo(before);
    }

    @Test
    void unknownAndRepeatedCards_areProblemsOfTheConfiguration() throws Exception {
        job("further-scorecards: [voise]\nshadow-scorecards: [standard]\n");

        assertThatThrownBy(company::plan)
                .isInstanceOfSatisfying(ConfigException.class, mistakes -> assertThat(mistakes.problems())
                        .extracting(Problem::code)
                        .containsExactlyInAnyOrder("KEN-C20", "KEN-C60"));
    }

    private void job(String lines) throws IOException {
        company.change("jobs/nightly.yaml", job -> job.replaceAll("(?m)^(further|shadow)-scorecards:.*\n", "") + lines);
    }

    /** Where the word is published: files, as they lie or unpacked, and the mart. */
    private List<String> found(String word) throws Exception {
        List<String> found = new ArrayList<>();
        Map<String, String> published = PublishedText.of(company.home);
        assertThat(published.keySet()).contains("mart", "account_health.csv").hasSizeGreaterThan(20);
        published.forEach((name, text) -> {
            if (text.contains(word)) {
                found.add(name);
            }
        });
        return found;
    }
}
