package dev.kenshin.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import dev.kenshin.warehouse.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Versions that change although versions stay: the next extract must find them as if they had always been so. */
@Threat(Danger.PERSONAL_DATA)
class RedactionTest extends LandingTesting {

    @Test
    void changedRecordsWithoutAKey_areUnchangedNextNight_alsoWhereTheyBecameEqual() throws Exception {
        landFull(answer("taro"), answer("jiro"), answer("none"));
        Redaction.Result result = new Redaction(conn, STREAM).apply(record -> Optional.of(redacted(record)));
        assertThat(result.changed()).isEqualTo(2);
        LandingResult next = landFull(redacted(answer("taro")), redacted(answer("jiro")), answer("none"));
        assertThat(next.unchanged()).isEqualTo(3);
        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void removedRecord_goesInEveryVersion_withItsDeletion() throws Exception {
        landFull(record("1", "mail", "taro"), record("2", "mail", "jiro"));
        landFull(record("1", "mail", "hanako"), record("2", "mail", "jiro"));
        landFull(record("2", "mail", "jiro"));
        Redaction redaction = new Redaction(conn, STREAM);
        assertThat(redaction.apply(record -> keepUnless(record, "taro")).removed())
                .as("the deletion is hanako's as well")
                .isEqualTo(1);
        assertThat(redaction.apply(record -> keepUnless(record, "hanako")).removed())
                .isEqualTo(2);
        assertThat(Query.number(conn, "select records from landing.stream")).isEqualTo(1);
        assertThat(versions()).isEqualTo(1);
    }

    private static Optional<SourceRecord> keepUnless(SourceRecord record, String mail) {
        return mail.equals(record.fields().get("mail")) ? Optional.empty() : Optional.of(record);
    }

    private static SourceRecord answer(String mail) {
        Map<String, Object> fields = new HashMap<>(Map.of("score", 9L));
        fields.put("mail", mail.equals("none") ? null : mail);
        return new SourceRecord("", fields, Place.of(""));
    }

    private static SourceRecord redacted(SourceRecord record) {
        if (record.fields().get("mail") == null) {
            return record;
        }
        Map<String, Object> fields = new HashMap<>(record.fields());
        fields.put("mail", "***");
        return new SourceRecord(record.key(), fields, record.place());
    }
}
