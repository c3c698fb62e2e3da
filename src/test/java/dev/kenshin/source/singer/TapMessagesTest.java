package dev.kenshin.source.singer;

import static dev.kenshin.source.singer.Shell.activate;
import static dev.kenshin.source.singer.Shell.row;
import static dev.kenshin.source.singer.Shell.say;
import static dev.kenshin.source.singer.Shell.schema;
import static dev.kenshin.source.singer.Shell.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapMessagesTest {
    private static final Optional<String> LAST = Optional.of("{\"version\":1,\"state\":{\"t\":1}}");

    @TempDir
    Path base;

    @Test
    void keyProperties_areTheKey() throws Exception {
        assertThat(records(schema(), row(7))).extracting(SourceRecord::key).containsExactly("7");
        assertThat(records(schema(), row(7)).get(0).place().row()).isEqualTo("crm.tickets[id=7]");
    }

    @Test
    void recordsOfOtherStreams_areNotOurs() throws Exception {
        assertThat(records(row(1).replace("tickets", "users"), row(2)))
                .extracting(SourceRecord::fields)
                .containsExactly(Map.of("id", 2L));
    }

    @Test
    void typesAreCaseInsensitive_andUnknownOnesArePassedOver() throws Exception {
        assertThat(records("{\"type\":\"HEARTBEAT\"}", row(1).replace("RECORD", "record")))
                .hasSize(1);
    }

    @Test
    void orderOfTheFieldsOfAMessage_doesNotMatter() throws Exception {
        String message =
                "{\"record\":{\"名前\":\"𠮷 \\\\\\\\ }\",\"a\":{\"b\":1}},\"stream\":\"tickets\",\"type\":\"RECORD\"}";
        assertThat(records(message).get(0).fields()).isEqualTo(Map.of("名前", "𠮷 \\\\ }", "a.b", 1L));
    }

    @Test
    void numbers_stayExact() throws Exception {
        String message = row(1).replace("\"id\":1", "\"n\":0.1000000000000000000000001,\"i\":123456789012345678901");
        assertThat(records(message).get(0).fields())
                .isEqualTo(Map.of(
                        "n",
                        new BigDecimal("0.1000000000000000000000001"),
                        "i",
                        new BigDecimal("123456789012345678901")));
    }

    @Test
    void recordThatIsNoJson_isBrokenAndTheOthersGoOn() throws Exception {
        List<SourceItem> items = Extracts.all(
                Shell.tap(base, say(row(1).replace(":1}", ":NaN}"), row(2))).open(), Shell.TICKETS);
        assertThat(items.get(0)).isInstanceOfSatisfying(BrokenRecord.class, broken -> assertThat(broken.code())
                .isEqualTo("KEN-S40"));
        assertThat(items).hasSize(2);
    }

    @Test
    void tapWithoutState_isReadAsAWhole() throws Exception {
        Extraction extraction =
                read(Optional.empty(), state("{}"), row(1), state("{\"currently_syncing\":\"tickets\"}"));
        assertThat(extraction.full()).isTrue();
        assertThat(extraction.cursor()).isEmpty();
    }

    @Test
    void state_countsOnceTheRecordsBeforeItWereGiven() throws Exception {
        try (SingerSource source = Shell.tap(base, say(row(1), state("{\"at\":1.10}"), row(2), state("{\"at\":2}")))
                        .open();
                Extraction extraction = source.extract(Shell.TICKETS, Optional.empty())) {
            extraction.next();
            assertThat(extraction.full()).isTrue();
            extraction.next();
            assertThat(extraction.full()).isFalse();
            assertThat(extraction.cursor()).contains("{\"state\":{\"at\":1.10}}");
            assertThat(extraction.next()).isNull();
            assertThat(extraction.cursor()).contains("{\"state\":{\"at\":2}}");
        }
    }

    @Test
    void lastState_isHandedBack() throws Exception {
        String script = "printf '{\"type\":\"RECORD\",\"stream\":\"tickets\",\"record\":%s}\\n' \"$(cat \"$4\")\"";
        try (SingerSource source = Shell.tap(base, script).open();
                Extraction extraction = source.extract(Shell.TICKETS, LAST)) {
            assertThat(Extracts.rest(extraction))
                    .extracting(item -> ((SourceRecord) item).fields())
                    .containsExactly(Map.of("t", 1L));
            assertThat(extraction.full()).isFalse();
            assertThat(extraction.cursor()).isEqualTo(LAST);
        }
    }

    @Test
    void fullTable_isGivenNoStateAndKeepsNone() throws Exception {
        StreamConfig stream = Configured.stream("tickets", List.of(), Map.of("replication", "full-table"));
        try (SingerSource source = Shell.tap(base, "test -z \"$4\" && " + say(row(1), state("{\"at\":1}")))
                        .open(stream);
                Extraction extraction = source.extract(stream, LAST)) {
            assertThat(Extracts.rest(extraction)).hasSize(1);
            assertThat(extraction.full()).isTrue();
            assertThat(extraction.cursor()).isEmpty();
        }
    }

    @Test
    void newVersion_replacesTheTable() throws Exception {
        Extraction extraction = read(LAST, row(1, 2), state("{\"t\":2}"), activate(2));
        assertThat(extraction.full()).isTrue();
        assertThat(extraction.cursor()).contains("{\"version\":2,\"state\":{\"t\":2}}");
    }

    @Test
    void sameVersion_goesOn() throws Exception {
        Extraction extraction = read(LAST, activate(1), row(1, 1), state("{\"t\":2}"));
        assertThat(extraction.full()).isFalse();
        assertThat(extraction.cursor()).contains("{\"version\":1,\"state\":{\"t\":2}}");
    }

    @Test
    void newVersionThatIsNotActivated_deletesNothing() throws Exception {
        assertThat(read(LAST, row(1, 2), state("{\"t\":2}")).full()).isFalse();
    }

    @Test
    void versionThatChangesBetweenRecords_isReadFromItsBeginningNextTime() throws Exception {
        assertThat(Extracts.problem(Shell.tap(base, say(row(1, 1), row(1, 2))).open(), Shell.TICKETS)
                        .code())
                .isEqualTo("KEN-T08");
    }

    @Test
    void batch_isRefused() throws Exception {
        assertThat(Extracts.problem(
                                Shell.tap(base, say("{\"type\":\"BATCH\",\"stream\":\"tickets\"}"))
                                        .open(),
                                Shell.TICKETS)
                        .code())
                .isEqualTo("KEN-T07");
    }

    private List<SourceRecord> records(String... messages) throws Exception {
        return Extracts.records(Shell.tap(base, say(messages)).open(), Shell.TICKETS);
    }

    /** To its end. */
    private Extraction read(Optional<String> cursor, String... messages) throws Exception {
        SingerSource source = Shell.tap(base, say(messages)).open();
        Extraction extraction = source.extract(Shell.TICKETS, cursor);
        assertThat(Extracts.rest(extraction)).allMatch(Objects::nonNull);
        return extraction;
    }
}
