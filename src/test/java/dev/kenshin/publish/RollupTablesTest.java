package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollupTablesTest {
    private Night night;

    @BeforeEach
    void open() throws SQLException {
        night = new Night();
    }

    @AfterEach
    void close() throws SQLException {
        night.close();
    }

    @Test
    void dimensions_followEachOther_theMostAtRiskFirst() throws Exception {
        rollup(Night.AS_OF, "scorecard", "standard", 50.0, 1);
        rollup(Night.AS_OF, "lifecycle", "adoption", 50.0, 1);
        rollup(Night.AS_OF, "cohort", "2026-Q2", 50.0, 9);
        rollup(Night.AS_OF, "cohort", "2025-Q1", 50.0, 1);
        rollup(Night.AS_OF, "owner", null, 50.0, 1);
        rollup(Night.AS_OF, "owner", "佐藤", 50.0, 2);
        rollup(Night.AS_OF, "total", null, 50.0, 1);

        assertThat(rows("rollup"))
                .extracting(row -> row.get("dimension_label_ja") + " " + row.get("member_label_ja"))
                .containsExactly(
                        "全体 すべて",
                        "担当CSM 佐藤",
                        "担当CSM なし",
                        "ライフサイクル 活用期",
                        "利用開始の四半期 2025-Q1",
                        "利用開始の四半期 2026-Q2",
                        "スコアカード 標準");
        assertThat(rows("rollup").get(3))
                .containsEntry("dimension_label_en", "Lifecycle")
                .containsEntry("member_label_en", "Adoption");
    }

    @Test
    void parent_isCalledByItsName_aStrangerByItsId() throws Exception {
        night.scored("C1", "親会社", 12.5, "critical");
        rollup(Night.AS_OF, "parent", "C1", 50.0, 2);
        rollup(Night.AS_OF, "parent", "X", 50.0, 1);

        assertThat(rows("rollup")).extracting(row -> row.get("member_label_en")).containsExactly("親会社", "X");
        assertThat(rows("rollup")).extracting(row -> row.get("worst_name")).containsOnly("親会社");
    }

    @Test
    void changes_areAgainstWhatWasKept() throws Exception {
        LocalDate before = Night.AS_OF.minusDays(31);
        night.scored("C1", "会社", 50.0, "medium").health(before, "C1", 1.0, "critical");
        rollup(before, "owner", "佐藤", 40.0, 1);
        rollup(before, "owner", null, 10.0, 1);
        rollup(Night.AS_OF, "owner", "佐藤", 55.0, 2);
        rollup(Night.AS_OF, "owner", null, 30.0, 1);

        assertThat(rows("rollup")).extracting(row -> row.get("mean_change_30d")).containsExactly(15.0, 20.0);
        assertThat(rows("rollup"))
                .extracting(row -> row.get("arr_weighted_change_30d"))
                .containsExactly(15.0, 20.0);
        assertThat(rows("rollup")).extracting(row -> row.get("mean_change_90d")).containsOnlyNulls();
    }

    @Test
    void shares_areOfTheWholeMember() throws Exception {
        rollup(Night.AS_OF, "owner", "佐藤", 50.0, 30);
        night.run(
                "insert into score.rollup_level values (?, 'owner', '佐藤', 'unknown', null, false, 1, null, null),"
                        + " (?, 'owner', '佐藤', 'high', 1, true, 3, 30, 5)",
                Night.AS_OF,
                Night.AS_OF);

        assertThat(rows("rollup").get(0))
                .containsEntry("arr_at_risk_share", 0.3)
                .containsEntry("arr_scored_share", 0.75)
                .containsEntry("unknown_accounts", 1L);
        List<Map<String, @Nullable Object>> levels = rows("rollup_level");
        assertThat(levels).extracting(row -> row.get("level")).containsExactly("high", "unknown");
        assertThat(levels).extracting(row -> row.get("accounts_share")).containsExactly(0.75, 0.25);
        assertThat(levels).extracting(row -> row.get("arr_share")).containsExactly(0.3, null);
    }

    private void rollup(LocalDate asOf, String dimension, @Nullable String member, double health, int atRisk)
            throws SQLException {
        night.run(
                "insert into score.rollup values (?, ?, ?, 4, 3, 100, 10, 75, 5, 0, 0, ?, ?, ?, ?, 'C1', 12.5, 1, ?, 1)",
                asOf,
                dimension,
                member,
                health,
                health,
                health,
                health,
                atRisk);
    }

    private List<Map<String, @Nullable Object>> rows(String name) throws Exception {
        PublishedTable table = night.tables().table(name);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        TableRows.read(night.connection, table, Night.AS_OF, values -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                row.put(table.columns().get(i).name(), values[i]);
            }
            rows.add(row);
        });
        return rows;
    }
}
