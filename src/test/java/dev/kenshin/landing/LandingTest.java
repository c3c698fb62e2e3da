package dev.kenshin.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Query;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LandingTest extends LandingTesting {
    @Test
    void firstExtract_becomesVersions() throws SQLException {
        LandingResult result = landFull(record("A", "name", "株式会社あ"), record("B", "name", "い"));

        assertThat(result).isEqualTo(new LandingResult(2, 2, 0, 0, 0, 0, 0));
        assertThat(changes(0))
                .extracting(
                        LandedRecord::key, change -> change.record().fields().get("name"))
                .containsExactly(tuple("A", "株式会社あ"), tuple("B", "い"));
    }

    @Test
    void unchangedRecord_addsNoVersion() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        LandingResult result = landFull(record("A", "name", "a"), record("B", "name", "b"));

        assertThat(result).isEqualTo(new LandingResult(2, 0, 0, 2, 0, 0, 0));
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void reorderedColumns_areNoChange() throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", "a");
        fields.put("plan", 1L);
        Map<String, @Nullable Object> reordered = new LinkedHashMap<>();
        reordered.put("plan", 1L);
        reordered.put("name", "a");

        landFull(new SourceRecord("A", fields, Place.of("accounts.csv:2")));
        assertThat(landFull(new SourceRecord("A", reordered, Place.of("accounts.csv:2")))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void changedRecord_supersedesItsLastVersion() throws SQLException {
        landFull(record("A", "name", "old"), record("B", "name", "b"));
        long through = Changes.lastVersion(conn, STREAM);
        LandingResult result = landFull(record("A", "name", "new"), record("B", "name", "b"));

        assertThat(result).isEqualTo(new LandingResult(2, 0, 1, 1, 0, 0, 0));
        assertThat(changes(through))
                .singleElement()
                .extracting(change -> change.record().fields().get("name"))
                .isEqualTo("new");
        assertThat(Query.number(conn, "select count(*) from landing.record where superseded_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void keyNotSeenInFullExtract_isMarkedDeleted_andComesBack() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        LandingResult gone = landFull(record("A", "name", "a"));
        long through = Changes.lastVersion(conn, STREAM);
        assertThat(gone.deleted()).isEqualTo(1);
        assertThat(changes(2))
                .singleElement()
                .extracting(LandedRecord::key, LandedRecord::deleted)
                .containsExactly("B", true);
        assertThat(landFull(record("A", "name", "a")).deleted()).isZero();

        LandingResult back = landFull(record("A", "name", "a"), record("B", "name", "b"));
        assertThat(back.added()).isEqualTo(1);
        assertThat(changes(through)).extracting(LandedRecord::deleted).containsExactly(false);
        assertThat(StreamState.of(conn, STREAM).orElseThrow().records()).isEqualTo(2);
    }

    @Test
    void landingTwice_afterACrash_changesNothing() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"), record("C", "name", "c"));
        landFull(record("A", "name", "x"), record("B", "name", "b"), record("A", "name", "y"), record("", "name", "z"));
        List<String> before = dump();

        Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));
        conn.commit();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void rolledBackLanding_leavesNothing() throws SQLException {
        landFull(record("A", "name", "a"));
        List<String> before = dump();
        stage(record("B", "name", "b"));
        Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));
        conn.rollback();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void keyGivenTwiceInFullExtract_firstWins_otherIsQuarantined() throws SQLException {
        LandingResult result =
                landFull(record("A", "name", "first"), record("A", "name", "second"), record("A", "name", "first"));

        assertThat(result).isEqualTo(new LandingResult(3, 1, 0, 0, 0, 2, 0));
        assertThat(changes(0))
                .singleElement()
                .extracting(change -> change.record().fields().get("name"))
                .isEqualTo("first");
        assertThat(quarantine())
                .containsExactly("A | accounts.csv:2 | KEN-L10 | the key 'A' is also at 'accounts.csv:1',"
                        + " with other content; only the first row was used.");
    }

    @Test
    void recordsWithoutKey_areKnownByContent_alsoWhenIdentical() throws SQLException {
        landFull(record("", "note", "same"), record("", "note", "same"), record("", "note", "other"));
        assertThat(changes(0)).hasSize(3).extracting(LandedRecord::key).doesNotHaveDuplicates();

        LandingResult result =
                landFull(record("", "note", "other"), record("", "note", "same"), record("", "note", "new"));
        assertThat(result).isEqualTo(new LandingResult(3, 1, 0, 2, 1, 0, 0));
    }

    @Test
    void movedRecord_isFoundAtItsNewLine_withoutANewVersion() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        LandingResult result = landFull(record("0", "name", "0"), record("A", "name", "a"), record("B", "name", "b"));

        assertThat(result).isEqualTo(new LandingResult(3, 1, 0, 2, 0, 0, 0));
        assertThat(changes(0))
                .extracting(LandedRecord::key, change -> change.record().place().row())
                .containsExactly(
                        tuple("A", "accounts.csv:2"), tuple("B", "accounts.csv:3"), tuple("0", "accounts.csv:1"));
    }

    @Test
    void movedRecordThatWasRejected_isMappedAgain_soThatItsPlaceIsRight() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        Query.update(
                conn,
                "insert into landing.quarantine values (?, 'crm-accounts', 'B', 'accounts.csv:2', 'name', 'b',"
                        + " 'KEN-P01', '', '', '', '')",
                STREAM);
        LandingResult result = landFull(record("0", "name", "0"), record("A", "name", "a"), record("B", "name", "b"));

        assertThat(result.changed()).isEqualTo(1);
    }

    @Test
    void brokenRows_reachTheQuarantineWithTheExtract_andLeaveWithTheNext() throws SQLException {
        Landing.begin(conn, STREAM);
        Landing.stage(conn, STREAM, List.of(record("A", "name", "a")));
        Text reason = new Text("列が足りません。", "too few columns.");
        Landing.quarantine(
                conn, STREAM, List.of(new BrokenRecord(Place.of("accounts.csv:7"), "KEN-S12", "a,b", reason, reason)));
        assertThat(quarantine()).isEmpty();
        LandingResult result = Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));

        assertThat(result).isEqualTo(new LandingResult(2, 1, 0, 0, 0, 0, 1));
        assertThat(quarantine()).containsExactly("accounts.csv:7 | accounts.csv:7 | KEN-S12 | too few columns.");
        landFull(record("A", "name", "a"));
        assertThat(quarantine()).isEmpty();
    }
}
