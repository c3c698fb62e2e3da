package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overrides by hand in a sheet, from the file to what is published, explained and reported. */
class ManualOverrideNightTest {
    private static final String HEADER = "会社名,点,段階,人,理由,設定日,期限\n";

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeEach
    void keepASheetOfOverrides() throws IOException {
        company = TestCompany.in(directory);
        Files.writeString(company.file("config/sources/overrides.yaml"), """
                type: csv
                streams:
                  decisions: { path: files/overrides.csv }
                """);
        Files.writeString(company.file("config/mappings/override.yaml"), """
                from: overrides.decisions
                to: health_override
                account: { by: name, from: 会社名 }
                fields:
                  score: 点
                  level: { from: 段階, values: { 危険: critical, 要注意: high, 様子見: medium, 赤: red } }
                  author: 人
                  reason: 理由
                  set_on: 設定日
                  expires_on: 期限
                """);
        company.change("jobs/nightly.yaml", job -> job.replace("survey]", "survey, overrides]"));
    }

    private void decide(String... rows) throws IOException {
        Files.writeString(company.file("files/overrides.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    @Test
    void scoreInForce_replacesTheComputedOne_whichStaysBesideIt() throws Exception {
        decide("あおば,35.5,,佐藤,予算が凍結された,2026-10-31,2026-10-31");
        company.run(TestCompany.SATURDAY);
        CsvRow account = account("C1");
        assertThat(account.cells())
                .containsEntry("health", "35.5")
                .containsEntry("level", "high")
                .containsEntry("override_reason_ja", "予算が凍結された")
                .containsEntry("manual_override_author", "佐藤")
                .containsEntry("manual_override_reason", "予算が凍結された")
                .containsEntry("manual_override_set_on", "2026-10-31")
                .containsEntry("manual_override_expires_on", "2026-10-31")
                .containsEntry("manual_override_rate", "0.2");
        assertThat(account.get("computed_health")).isEqualTo(account.get("health_before_overrides"));
        assertThat(account.get("computed_level")).isEqualTo(account.get("level_by_health"));
        assertThat(contributions("C1")).isCloseTo(35.5 - 100, within(1e-9));
        assertThat(company.count("score", "overridden")).isEqualTo(1);
    }

    @Test
    void explanation_showsWhatWasDecidedAndWhatWasComputed() throws Exception {
        decide("あおば,35.5,,佐藤,予算が凍結された,2026-10-31,2026-11-30");
        company.run(TestCompany.SATURDAY);
        try (Explanations explanations =
                Explanations.open(company.home, company.plan().configuration())) {
            Explanation explanation =
                    explanations.explain(explanations.find("C1").get(0), Optional.empty(), Optional.empty());
            AccountAssessment assessment = explanation.assessment().orElseThrow();
            assertThat(assessment.manual().orElseThrow().author()).isEqualTo("佐藤");
            Explanation.Score score = explanation.score().orElseThrow();
            assertThat(assessment.computedHealth()).isEqualTo(score.beforeOverrides());
            Explanation.Rule rule = score.overrides().get(score.overrides().size() - 1);
            assertThat(rule.key()).isEqualTo("override:manual");
            assertThat(rule.reason().en()).isEqualTo("予算が凍結された");
            assertThat(rule.effect().orElseThrow().en()).isEqualTo("set to 35.5");
        }
    }

    @Test
    void levelAlone_leavesTheHealth() throws Exception {
        decide("あおば,,危険,佐藤,予算が凍結された,2026-10-01,2026-11-30");
        company.run(TestCompany.SATURDAY);
        CsvRow account = account("C1");
        assertThat(account.get("level")).isEqualTo("critical");
        assertThat(account.get("health")).isEqualTo(account.get("computed_health"));
        assertThat(account.get("computed_level")).isNotEqualTo("critical");
        assertThat(contributions("C1")).isCloseTo(Double.parseDouble(account.get("health")) - 100, within(1e-9));
    }

    @Test
    void ofSeveral_theNewestCounts_andNoneOutsideItsDays() throws Exception {
        decide(
                "あおば,10,,佐藤,古い,2026-10-01,2026-12-31",
                "あおば,20,,鈴木,新しい,2026-10-20,2026-11-30",
                "あおば,30,,鈴木,これから,2026-11-01,2026-11-30",
                "あおば,40,,佐藤,切れた,2026-10-25,2026-10-30");
        company.run(TestCompany.SATURDAY);
        assertThat(account("C1").get("health")).isEqualTo("20");
        assertThat(account("C1").get("manual_override_author")).isEqualTo("鈴木");
    }

    @Test
    void rowsThatCannotBeUsed_areQuarantinedWithTheirPlace() throws Exception {
        decide(
                "あおば,,,佐藤,点がない,2026-10-01,2026-11-30",
                "みどり工業,120,,佐藤,多すぎる,2026-10-01,2026-11-30",
                "さくら,50,,,誰が,2026-10-01,2026-11-30",
                "つばめ運輸,50,,佐藤,期限がない,2026-10-01,",
                "かえで,50,,佐藤,知らない会社,2026-10-01,2026-11-30",
                "ひかり,,黄,佐藤,知らない段階,2026-10-01,2026-11-30");
        company.run(TestCompany.SATURDAY);
        assertThat(company.published("quarantine"))
                .filteredOn(row -> row.get("origin").equals("overrides.decisions"))
                .extracting(row -> row.get("place"), row -> row.get("field"), row -> row.get("code"))
                .containsExactlyInAnyOrder(
                        tuple("overrides.csv:2", "点", "KEN-P38"),
                        tuple("overrides.csv:3", "点", "KEN-P34"),
                        tuple("overrides.csv:4", "人", "KEN-P31"),
                        tuple("overrides.csv:5", "期限", "KEN-P31"),
                        tuple("overrides.csv:6", "会社名", "KEN-P36"),
                        tuple("overrides.csv:7", "段階", "KEN-P33"));
        assertThat(account("C1").get("manual_override_rate")).isEqualTo("0");
    }

    @Test
    void expiredOverride_fallsAwayByItself_andIsToldOnce_unlessAnotherCounts() throws Exception {
        decide(
                "あおば,35.5,,佐藤,予算が凍結された,2026-10-20,2026-10-31",
                "みどり工業,40,,佐藤,様子を見る,2026-10-01,2026-10-31",
                "みどり工業,40,,佐藤,延長する,2026-10-30,2026-11-30",
                "さくら,20,,鈴木,古い,2026-10-01,2026-10-31",
                "さくら,30,,鈴木,新しい,2026-10-20,2026-10-31");
        company.run(TestCompany.SATURDAY);
        assertThat(company.findings()).doesNotContain("KEN-J40");

        assertThat(company.run(TestCompany.SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(account("C1").get("manual_override_author")).isEmpty();
        assertThat(account("C1").get("health")).isEqualTo(account("C1").get("computed_health"));
        assertThat(account("C2").get("health")).isEqualTo("40");
        assertThat(findings())
                .containsExactly(
                        "overrides.csv:2 the override of account 'C1' by 佐藤, set on 2026-10-20,"
                                + " expired on 2026-10-31; the computed score counts again.",
                        "overrides.csv:6 the override of account 'C3' by 鈴木, set on 2026-10-20,"
                                + " expired on 2026-10-31; the computed score counts again.");
        company.runAgain(TestCompany.SUNDAY);
        assertThat(findings()).hasSize(2);

        company.run(TestCompany.SUNDAY.plusDays(1));
        assertThat(findings()).isEmpty();
    }

    @Test
    void levelThatTheCardDoesNotHave_doesNotCount_andIsTold() throws Exception {
        decide("あおば,,赤,佐藤,赤信号,2026-10-01,2026-11-30");
        company.run(TestCompany.SATURDAY);
        assertThat(company.findings()).contains("KEN-J41");
        assertThat(account("C1").get("level")).isEqualTo(account("C1").get("computed_level"));
        assertThat(account("C1").get("manual_override_author")).isEmpty();
    }

    private List<String> findings() throws IOException {
        return company.report().findings().stream()
                .filter(finding -> finding.code().equals("KEN-J40"))
                .map((Finding finding) ->
                        finding.location() + " " + finding.message().en())
                .toList();
    }

    private double contributions(String account) throws IOException {
        return company.published("health_component").stream()
                .filter(row -> row.get("account_id").equals(account))
                .mapToDouble(row -> Double.parseDouble(row.get("contribution")))
                .sum();
    }

    private CsvRow account(String id) throws IOException {
        return company.published("account_health").stream()
                .filter(row -> row.get("account_id").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
