package dev.kenshin.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Expectation;
import dev.kenshin.config.Expectation.Reaction;
import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LandingGateTest {
    private static final String STREAM = "crm.accounts";
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    private static final Limits DUPLICATES = Limits.of(0.1, 0.3);
    private static final Expectation FRESH =
            new Expectation(Limits.of(26, 50), Optional.of("更新日"), Limits.NONE, DUPLICATES, Reaction.BLOCK);
    private static final Expectation STEADY =
            new Expectation(Limits.NONE, Optional.empty(), Limits.of(0.1, 0.3), DUPLICATES, Reaction.BLOCK);

    private static final Expectation SCHEMA = reacting(Reaction.BLOCK);

    private Warehouse warehouse;
    private Connection conn;
    private boolean columned = true;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.inMemory(List.of());
        conn = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        conn.close();
        warehouse.close();
    }

    @Test
    void emptyExtract_ofAStreamThatHadRecords_isBlocked() throws SQLException {
        land(AS_OF.minusDays(1), keys(1));
        assertThat(judged(Expectation.none(), keys(0))).containsExactly("KEN-L01 blocked");
    }

    @Test
    void emptyExtract_ofAStreamThatNeverHadRecords_isOnlyMentionedOnce() throws SQLException {
        assertThat(judged(Expectation.none(), keys(0))).containsExactly("KEN-L05 warned");
        land(AS_OF.minusDays(1), keys(0));
        assertThat(judged(Expectation.none(), keys(0))).isEmpty();
        land(AS_OF, keys(0));
        assertThat(judged(Expectation.none(), keys(0))).isEmpty();
    }

    @Test
    void firstNightThatLandedNothing_andWasKilledThen_saysTheSameAgain() throws SQLException {
        land(AS_OF, keys(0));
        assertThat(judged(Expectation.none(), keys(0))).containsExactly("KEN-L05 warned");
    }

    @Test
    void volume_warnsThenBlocks_inBothDirections() throws SQLException {
        land(AS_OF.minusDays(1), keys(10));
        assertThat(judged(STEADY, keys(9))).isEmpty();
        assertThat(judged(STEADY, keys(8))).containsExactly("KEN-L02 warned");
        assertThat(judged(STEADY, keys(6))).containsExactly("KEN-L02 blocked");
        assertThat(judged(STEADY, keys(14))).containsExactly("KEN-L02 blocked");
    }

    @Test
    void volume_isComparedWithTheMedianOfTheSameWeekday_onceThereAreThree() throws SQLException {
        land(AS_OF.minusWeeks(3), keys(50));
        land(AS_OF.minusWeeks(2), keys(10));
        land(AS_OF.minusDays(1), keys(40));
        assertThat(judged(STEADY, keys(41))).isEmpty();
        land(AS_OF.minusWeeks(1), keys(10));
        assertThat(judged(STEADY, keys(11))).isEmpty();
        assertThat(message(STEADY, Gate.VOLUME, keys(41)))
                .contains("'10 → 41'", "310%", "the median of the last 3 Saturdays", "accepted: 30%");
    }

    @Test
    void acceptedVolume_isTheNewMeasure() throws SQLException {
        for (int week = 4; week > 0; week--) {
            land(AS_OF.minusWeeks(week), keys(10));
        }
        stage(keys(20));
        gate(STEADY, AS_OF.minusDays(1)).remember(true);
        assertThat(judged(STEADY, keys(20))).isEmpty();
        assertThat(judged(STEADY, keys(10))).containsExactly("KEN-L02 blocked");
    }

    @Test
    void sameDateAgain_isComparedWithTheNightBefore() throws SQLException {
        land(AS_OF.minusDays(1), keys(10));
        land(AS_OF, keys(8));
        assertThat(judged(STEADY, keys(8))).containsExactly("KEN-L02 warned");
    }

    @Test
    void firstNightAgain_hasNothingToCompareItselfWith() throws SQLException {
        land(AS_OF, keys(8));
        assertThat(judged(STEADY, keys(8))).isEmpty();
        assertThat(judged(STEADY, keys(4))).isEmpty();
    }

    @Test
    void repeatedKeys_warnThenBlock_whereThereAreEnoughRecords() throws SQLException {
        assertThat(judged(STEADY, repeated(2, 20))).isEmpty();
        assertThat(judged(STEADY, repeated(3, 20))).containsExactly("KEN-Q04 warned");
        assertThat(judged(STEADY, repeated(7, 20))).containsExactly("KEN-Q04 blocked");
        assertThat(judged(STEADY, repeated(7, 19))).isEmpty();
    }

    @Test
    void newestDate_decidesFreshness_inSeveralForms() throws SQLException {
        for (String fresh :
                List.of("2026-10-30", "2026/10/30", "2026年10月30日", "2026-10-31T09:15:00+09:00", "2026.10.31")) {
            assertThat(judged(FRESH, dated("2025/1/2", fresh))).as(fresh).isEmpty();
        }
        assertThat(judged(FRESH, dated("2026-10-29", "2026/9/1"))).containsExactly("KEN-L03 warned");
        assertThat(judged(FRESH, dated("2026-10-28", "2026/9/1"))).containsExactly("KEN-L03 blocked");
    }

    @Test
    void mistypedFutureDate_doesNotMakeOldDataFresh() throws SQLException {
        assertThat(judged(FRESH, dated("2062-10-31", "2026-10-01"))).containsExactly("KEN-L03 blocked");
    }

    @Test
    void columnWithoutDates_isReported() throws SQLException {
        assertThat(judged(FRESH, dated("未定"))).containsExactly("KEN-L04 warned");
        assertThat(judged(FRESH, dated((String) null))).as("empty").containsExactly("KEN-L04 warned");
    }

    @Test
    void streamWithoutTheColumn_isNotLookedAt() throws SQLException {
        assertThat(judged(FRESH, keys(1))).isEmpty();
    }

    @Test
    void messages_nameValueAndLimit() throws SQLException {
        assertThat(message(FRESH, Gate.FRESHNESS, dated("2026-10-01")))
                .isEqualTo("the data is too old: the newest '更新日' is '2026-10-01', 720 hours before '2026-10-31'"
                        + " (accepted: 50 hours).");
    }

    @Test
    void columnThatIsGone_isBlocked_andNoneIsTakenForIt() throws SQLException {
        land(AS_OF.minusDays(1), with("席数", "1", "2"));
        List<SourceRecord> renamed = with("シート数", "1", "2");
        assertThat(judged(STEADY, renamed)).containsExactly("KEN-Q01 blocked", "KEN-Q03 warned");
        assertThat(message(STEADY, Gate.MISSING_FIELDS, renamed))
                .isEqualTo("fields of the last night are gone: '席数' (read by account, contract). New are: シート数.");
    }

    @Test
    void columnThatIsBlank_isStillThere() throws SQLException {
        land(AS_OF.minusDays(1), with("解約日", "2026-01-01"));
        assertThat(judged(STEADY, with("解約日", ""))).isEmpty();
    }

    @Test
    void changedSchema_warnsOrIsIgnored_asConfigured() throws SQLException {
        land(AS_OF.minusDays(1), with("席数", "1"));
        assertThat(judged(reacting(Reaction.WARN), with("名前", "a")))
                .containsExactly("KEN-Q01 warned", "KEN-Q03 warned");
        assertThat(judged(reacting(Reaction.IGNORE), with("名前", "a"))).isEmpty();
    }

    @Test
    void columnThatHoldsSomethingElse_isBlocked() throws SQLException {
        land(AS_OF.minusDays(1), with("月額", "¥40,000", "2万円", "３００００", "▲50", "1.5e3"));
        assertThat(judged(SCHEMA, with("月額", "高い", "安い", "ふつう", "高い", "?"))).containsExactly("KEN-Q02 blocked");
        assertThat(judged(SCHEMA, with("月額", "2026-01-01", "2026/1/2", "令和8年1月3日", "R8.1.4", "2026年1月5日")))
                .containsExactly("KEN-Q02 blocked");
        assertThat(judged(SCHEMA, with("月額", "1", "2", "3", "4", "5", "6", "7", "8", "9", "多数")))
                .isEmpty();
        assertThat(judged(SCHEMA, with("月額", "多数", "少数"))).isEmpty();
    }

    @Test
    void recordsThatMayLeaveFieldsOut_missOnlyWhatMostHad() throws SQLException {
        columned = false;
        List<SourceRecord> before = new ArrayList<>(with("status", texts(20)));
        before.set(0, new SourceRecord("0", Map.of("status", "a", "note", "rare"), Place.of("")));
        land(AS_OF.minusDays(2), before);
        assertThat(judged(STEADY, with("status", texts(20)))).isEmpty();
        land(AS_OF.minusDays(1), with("status", texts(19)));
        assertThat(judged(SCHEMA, with("state", texts(19)))).isEmpty();
        land(AS_OF.minusDays(1), with("status", texts(20)));
        assertThat(judged(SCHEMA, with("state", texts(20)))).containsExactly("KEN-Q01 blocked", "KEN-Q03 warned");
    }

    @Test
    void extractThatWasNotReadAgain_isJudgedAsIfItHadBeen() throws SQLException {
        land(AS_OF.minusDays(1), with("更新日", "2026-10-30", "2026-10-29"));
        stage(with("更新日", "2026-10-30", "2026-10-29"));
        List<Judgement> read = gate(FRESH, AS_OF).judge();
        assertThat(LandingGate.ofUnchanged(conn, STREAM, rules(FRESH, AS_OF)).judge())
                .isEqualTo(read);
    }

    @Test
    void dataDate_isKeptWithTheStream() throws SQLException {
        stage(dated("2026/10/30", "2099/1/1"));
        LandingTime time = new LandingTime(AS_OF.atTime(20, 0), "run-1", AS_OF);
        Landing.land(conn, STREAM, time, Extract.full(Optional.of("更新日")));

        assertThat(StreamState.of(conn, STREAM))
                .contains(new StreamState(
                        Optional.of(AS_OF), Optional.of(LocalDate.of(2026, 10, 30)), 2, Optional.empty()));
    }

    /** Code and outcome of what did not pass. */
    private List<String> judged(Expectation expect, List<SourceRecord> records) throws SQLException {
        stage(records);
        return gate(expect, AS_OF).judge().stream()
                .filter(judgement -> judgement.problem().isPresent())
                .map(judgement -> judgement.problem().get().code() + " "
                        + judgement.outcome().word())
                .toList();
    }

    private String message(Expectation expect, Gate gate, List<SourceRecord> records) throws SQLException {
        stage(records);
        return gate(expect, AS_OF).judge().stream()
                .filter(judgement -> judgement.gate() == gate)
                .flatMap(judgement -> judgement.problem().stream())
                .map(problem -> problem.message().en())
                .collect(Collectors.joining());
    }

    private LandingGate gate(Expectation expect, LocalDate asOf) throws SQLException {
        return LandingGate.ofStage(conn, STREAM, rules(expect, asOf));
    }

    private ExtractRules rules(Expectation expect, LocalDate asOf) {
        return new ExtractRules(expect, asOf, 20, columned, Map.of("席数", List.of("account", "contract")));
    }

    private static Expectation reacting(Reaction reaction) {
        return new Expectation(Limits.NONE, Optional.empty(), Limits.NONE, DUPLICATES, reaction);
    }

    private void land(LocalDate asOf, List<SourceRecord> records) throws SQLException {
        stage(records);
        gate(STEADY, asOf).remember(false);
        Landing.land(conn, STREAM, new LandingTime(asOf.atTime(20, 0), "run", asOf), Extract.full(Optional.of("更新日")));
    }

    private void stage(List<SourceRecord> records) throws SQLException {
        Landing.begin(conn, STREAM);
        Landing.stage(conn, STREAM, records);
    }

    private static List<SourceRecord> keys(int number) {
        return with("名前", texts(number));
    }

    private static List<SourceRecord> repeated(int repeated, int number) {
        List<SourceRecord> records = new ArrayList<>(keys(number - repeated));
        records.addAll(keys(repeated));
        return records;
    }

    private static List<SourceRecord> dated(String... dates) {
        return with("更新日", dates);
    }

    private static String[] texts(int number) {
        return IntStream.range(0, number).mapToObj(i -> "text").toArray(String[]::new);
    }

    /** A record a value, with keys 0, 1, 2 ... */
    private static List<SourceRecord> with(String field, String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new SourceRecord("" + i, fields(field, values[i]), Place.of("accounts.csv:" + i)))
                .toList();
    }

    private static Map<String, Object> fields(String field, String value) {
        return Collections.singletonMap(field, value);
    }
}
