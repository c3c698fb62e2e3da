package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with everything that a scorecard may hold, from the configuration to what is published and explained. */
class DeepScorecardNightTest {
    private static final LocalDate NIGHT = TestCompany.SATURDAY.plusDays(4);
    private static final Offset<Double> EXACT = within(1e-9);
    private static final String CARD = """
            label: { ja: 深い, en: Deep }
            groups:
              use:
                label: { ja: 利用, en: Usage }
                weight: 60
                combine: minimum
                components:
                  active_users_28d: { per: seats, curve: { 0: 0, 1: 100 }, decay: { from: 1d, to: 7d, towards: neutral } }
                groups:
                  depth:
                    label: { ja: 深さ, en: Depth }
                    components:
                      rank: { metric: active_users_28d, weight: 1, percentile: { better: higher, at-least: 2 } }
              voice:
                label: { ja: 声, en: Voice }
                weight: 40
                components:
                  open_tickets: { weight: 50, bands: { 0: 100, 1: 60, 3: 0 } }
                  recommendation: { weight: 50, curve: { 0: 0, 10: 100 } }
            minimum-coverage: 10%
            confidence-caps: { 95%: 55 }
            levels: { critical: 0, high: 30, medium: 50, low: 70 }
            """;

    @TempDir
    Path directory;

    private TestCompany company;

    /** Four days after the last usage. */
    @BeforeEach
    void scoreByTheDeepCard() throws IOException {
        company = TestCompany.in(directory);
        Files.writeString(company.file("config/scorecards/standard.yaml"), CARD);
        company.run(NIGHT);
    }

    /** C1: the worse of 50 and 87.5 in use, 100 and 90 in voice: 68; but a fading half of 30% is too little to be sure. */
    @Test
    void lowConfidence_capsWhatTheTreeSays() throws Exception {
        CsvRow account = row("account_health", "C1", "");
        assertThat(number(account, "health_before_overrides")).isCloseTo(68, EXACT);
        assertThat(number(account, "health")).isEqualTo(55);
        assertThat(number(account, "coverage")).isCloseTo(1, EXACT);
        assertThat(number(account, "confidence")).isCloseTo(0.85, EXACT);
        assertThat(account.get("override_reason_ja")).isEqualTo("データの確からしさが85%と低い");
        CsvRow cap = row("health_component", "C1", "override:low-confidence");
        assertThat(number(cap, "contribution")).isCloseTo(-13, EXACT);
        assertThat(cap.get("label_en")).isEqualTo("Confidence is low");
    }

    /** C5: none of 5 seats is in use; 0 has faded to 25, and is better than the rank of the last of four. */
    @Test
    void everyFigureBehindAComponent_isPublished() throws Exception {
        CsvRow users = row("health_component", "C5", "active_users_28d");
        assertThat(users.cells())
                .containsEntry("label_ja", "利用ユーザー数 ÷ 席数")
                .containsEntry("value", "0")
                .containsEntry("per_metric", "seats")
                .containsEntry("per_value", "5")
                .containsEntry("score", "25")
                .containsEntry("freshness", "0.5")
                .containsEntry("status", "ageing")
                .containsEntry("effective_weight", "0");
        assertThat(row("health_component", "C5", "rank").cells())
                .containsEntry("component_group", "use/depth")
                .containsEntry("group_label_ja", "利用 / 深さ")
                .containsEntry("of_metric", "active_users_28d")
                .containsEntry("score", "12.5")
                .containsEntry("contribution", "-52.5");
        assertThat(number(row("account_health", "C5", ""), "health")).isCloseTo(41.5, EXACT);
    }

    @Test
    void explanation_knowsPathsRatesAndTheCap() throws Exception {
        Explanation.Score score = explain("C1").score().orElseThrow();
        assertThat(score.confidence().orElseThrow()).isCloseTo(0.85, EXACT);
        assertThat(score.groups())
                .extracting(group -> group.label().en())
                .containsExactly("Usage (the lowest)", "Usage (the lowest) / Depth", "Voice");
        Explanation.Component users = score.components().get(0);
        assertThat(users.shown()).isEqualTo(Text.same("2 ÷ 4 = 0.5"));
        assertThat(users.label().en()).isEqualTo("Active users ÷ Seats");
        assertThat(users.old()).isTrue();
        assertThat(score.overrides()).extracting(rule -> rule.reason().en()).containsExactly("Confidence is only 85%");
    }

    /** Homes of earlier releases lack the columns; the next night adds them. */
    @Test
    void homeOfAnEarlierRelease_isReadAndThenBroughtUpToDate() throws Exception {
        try (Warehouse warehouse = Warehouse.open(company.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            List<String> later = Query.list(
                    connection,
                    row -> row.getString(1),
                    "select column_name from duckdb_columns() where schema_name = 'score' and table_name = 'account_health'"
                            + " and column_index > 23");
            for (String column : later) {
                Query.update(connection, "alter table score.account_health drop column " + column);
            }
            Query.update(connection, "drop table score.escalation");
            for (String column : List.of("of_metric", "per_metric", "per_value", "freshness")) {
                Query.update(connection, "alter table score.health_component drop column " + column);
            }
        }
        Explanation.Score old = explain("C2").score().orElseThrow();
        assertThat(old.confidence()).isEmpty();
        assertThat(old.components().get(0).shown()).isEqualTo(Text.same("0.5"));
        company.runAgain(NIGHT);
        assertThat(explain("C2").score().orElseThrow().confidence()).isPresent();
    }

    private Explanation explain(String account) throws Exception {
        try (Explanations explanations =
                Explanations.open(company.home, company.plan().configuration())) {
            return explanations.explain(explanations.find(account).get(0), Optional.empty(), Optional.empty());
        }
    }

    /** @param metric nothing where the table has one row an account */
    private CsvRow row(String table, String account, String metric) throws IOException {
        return company.published(table).stream()
                .filter(row -> row.get("account_id").equals(account))
                .filter(row -> metric.isEmpty() || row.get("metric").equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static double number(CsvRow row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
