package dev.kenshin.source.imap;

import static dev.kenshin.source.imap.Mails.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import jakarta.mail.Flags;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapSourceTest {
    private MailServer server;
    private Relay relay;
    private Mails mails;

    @BeforeEach
    void startServer() throws Exception {
        server = new MailServer();
        relay = new Relay(server.port());
        mails = new Mails(relay.port());
    }

    @AfterEach
    void stopServer() throws Exception {
        relay.close();
        server.close();
    }

    @Test
    void message_hasTheColumnsInTheirOrder() throws Exception {
        server.deliver(message("Message-ID: <m1@example.com>\nSubject: Renewal", "We will leave.\nSorry."));
        mails.with("columns", List.of("subject", "uid", "message_id", "from", "from_name", "to", "date", "body"));
        SourceRecord record = (SourceRecord) mails.all().get(0);
        assertThat(record.fields())
                .containsExactly(
                        Map.entry("subject", "Renewal"),
                        Map.entry("uid", 1L),
                        Map.entry("message_id", "<m1@example.com>"),
                        Map.entry("from", "hanako@aoba.example"),
                        Map.entry("from_name", "Hanako"),
                        Map.entry("to", "cs@example.co.jp"),
                        Map.entry("date", LocalDateTime.of(2026, 10, 20, 11, 30)),
                        Map.entry("body", "We will leave.\nSorry."));
        assertThat(record.place().row()).isEqualTo("crm.inbox[uid=1]");
    }

    @Test
    void messages_comeCompleteAndInOrder() throws Exception {
        deliver(1, 250);
        assertThat(subjects(mails.all()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 250).mapToObj(i -> "No. " + i).toList());
        assertThat(relay.commands())
                .filteredOn(it -> it.startsWith("UID FETCH"))
                .hasSize(6);
    }

    @Test
    void nextExtract_readsOnlyWhatArrivedSince() throws Exception {
        deliver(1, 3);
        Mails.Read first = mails.read(Mails.inbox(), Optional.empty());
        Mails.Read idle = mails.read(Mails.inbox(), first.cursor());
        deliver(4, 5);
        Mails.Read second = mails.read(Mails.inbox(), idle.cursor());
        assertThat(first.items()).hasSize(3);
        assertThat(idle.items()).isEmpty();
        assertThat(subjects(second.items())).containsExactly("No. 4", "No. 5");
    }

    @Test
    void cursor_standsAfterTheMessagesThatWereTaken() throws Exception {
        deliver(1, 5);
        StreamConfig stream = Mails.inbox();
        Optional<String> cursor;
        try (ImapSource source = mails.open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            assertThat(extraction.full()).isFalse();
            extraction.next();
            extraction.next();
            cursor = extraction.cursor();
        }
        assertThat(subjects(mails.read(stream, cursor).items())).containsExactly("No. 3", "No. 4", "No. 5");
    }

    @Test
    void messagesThatArriveMeanwhile_areForNextTime() throws Exception {
        deliver(1, 2);
        StreamConfig stream = Mails.inbox();
        try (ImapSource source = mails.open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            deliver(3, 3);
            assertThat(Extracts.rest(extraction)).hasSize(2);
            assertThat(subjects(mails.read(stream, extraction.cursor()).items()))
                    .containsExactly("No. 3");
        }
    }

    @Test
    void deletedMessages_leaveNoGap() throws Exception {
        deliver(1, 4);
        server.folder("INBOX").setFlags(new Flags(Flags.Flag.DELETED), true, 2, null, true);
        server.folder("INBOX").expunge();
        assertThat(subjects(mails.all())).containsExactly("No. 1", "No. 3", "No. 4");
    }

    @Test
    void folderThatWasMadeAnew_givesTheSameKeysAgain() throws Exception {
        server.create("Support");
        StreamConfig stream = Mails.stream(Map.of("folder", "Support"));
        server.deliver("Support", MailServer.ARRIVAL, message(1));
        server.deliver("Support", MailServer.ARRIVAL, message("Subject: without id", "x"));
        Mails.Read first = mails.read(stream, Optional.empty());

        server.recreate("Support");
        server.deliver("Support", MailServer.ARRIVAL, message(2));
        server.deliver("Support", MailServer.ARRIVAL, message("Subject: without id", "x"));
        server.deliver("Support", MailServer.ARRIVAL, message(1));
        Mails.Read second =
                mails.read(stream, Optional.of(first.cursor().orElseThrow().replaceFirst("\\d+", "1")));
        assertThat(keys(second.items())).hasSize(3).doesNotHaveDuplicates().containsAll(keys(first.items()));
    }

    @Test
    void messagesWithOneId_areToldApartByTheirOtherHeaders() throws Exception {
        server.deliver(message("Message-ID: <form@example.com>\nSubject: A", "x"));
        server.deliver(message("Message-ID: <form@example.com>\nSubject: B", "x"));
        assertThat(keys(mails.all())).doesNotHaveDuplicates();
    }

    @Test
    void otherColumnsOrSince_beginAnew() throws Exception {
        deliver(1, 3);
        Optional<String> cursor = mails.read(Mails.inbox(), Optional.empty()).cursor();
        StreamConfig since = Mails.stream(Map.of("since", "2026-10-01"));
        assertThat(mails.read(since, cursor).items()).hasSize(3);
        mails.with("columns", List.of("date", "subject"));
        assertThat(mails.read(Mails.inbox(), cursor).items()).hasSize(3);
    }

    @Test
    void cursorOfAnotherKindOfSource_readsEverything() throws Exception {
        deliver(1, 2);
        assertThat(mails.read(Mails.inbox(), Optional.of("2026-10-01T10:00:00")).items())
                .hasSize(2);
    }

    @Test
    void since_leavesOutWhatArrivedBefore() throws Exception {
        server.deliver("INBOX", Instant.parse("2026-09-30T14:59:59Z"), message(1));
        server.deliver("INBOX", Instant.parse("2026-09-30T15:00:00Z"), message(2));
        StreamConfig stream = Mails.stream(Map.of("since", "2026-10-01"));
        assertThat(subjects(mails.read(stream, Optional.empty()).items())).containsExactly("No. 2");
    }

    @Test
    void dateThatIsNone_isTheTimeOfArrival() throws Exception {
        server.deliver("Date: yesterday\nFrom: a@example.com\nSubject: x\n\ny\n");
        assertThat(((SourceRecord) mails.all().get(0)).fields())
                .containsEntry("date", LocalDateTime.of(2026, 10, 20, 12, 0));
    }

    @Test
    void messageWithoutHeaders_isStillARecord() throws Exception {
        server.deliver("X-Nothing: 1\n\nhello\n");
        SourceRecord record = (SourceRecord) mails.all().get(0);
        assertThat(record.fields())
                .containsEntry("from", null)
                .containsEntry("subject", null)
                .containsEntry("body", "hello");
        assertThat(record.key()).isNotEmpty();
    }

    @Test
    void japaneseFolder_isFoundByItsName() throws Exception {
        server.create("顧客");
        server.deliver("顧客", MailServer.ARRIVAL, message(7));
        StreamConfig stream = Mails.stream(Map.of("folder", "顧客"));
        assertThat(subjects(mails.read(stream, Optional.empty()).items())).containsExactly("No. 7");
        assertThat(relay.commands()).contains("EXAMINE &mGdbog-"); // as IMAP writes it
    }

    @Test
    void missingFolder_isToldWithThoseThatThereAre() throws Exception {
        server.create("顧客");
        StreamConfig stream = Mails.stream(Map.of("folder", "顧客様"));
        Problem problem = Extracts.problem(mails.open(stream), stream);
        assertThat(problem.code()).isEqualTo("KEN-E04");
        assertThat(problem.message().ja()).contains("「顧客様」", "「顧客」");
        assertThat(problem.fix().en()).contains("INBOX", "顧客");
    }

    @Test
    void reading_changesNothingOnTheServer() throws Exception {
        deliver(1, 2);
        mails.all();
        assertThat(server.folder("INBOX").getUnseenCount()).isEqualTo(2);
        assertThat(relay.commands())
                .anyMatch(command -> command.startsWith("EXAMINE"))
                .noneMatch(command -> command.matches("(?s).*(SELECT|STORE|EXPUNGE|APPEND|[^.K]BODY\\[).*"));
    }

    @Test
    void withoutBody_noBodyLeavesTheServer() throws Exception {
        deliver(1, 2);
        mails.with("columns", List.of("date", "subject")).all();
        assertThat(relay.commands())
                .filteredOn(command -> command.startsWith("UID FETCH"))
                .containsExactly(
                        "UID FETCH 1:2 (UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID DATE FROM SUBJECT)])");
    }

    @Test
    void structureThatNobodyAskedFor_makesNoBodyFetched() throws Exception {
        deliver(1, 1);
        relay.answer(command -> command.startsWith("UID FETCH")
                ? Optional.of("* 1 FETCH (UID 1 BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 6 1)"
                        + " BODY[HEADER.FIELDS (SUBJECT)] \"Subject: x\")\r\n% OK done")
                : Optional.empty());
        assertThat(subjects(mails.with("columns", List.of("subject")).all())).containsExactly("x");
        assertThat(relay.commands())
                .filteredOn(command -> command.startsWith("UID FETCH"))
                .hasSize(1);
    }

    private void deliver(int from, int to) throws Exception {
        for (int i = from; i <= to; i++) {
            server.deliver(message(i));
        }
    }

    private static List<Object> subjects(List<SourceItem> items) {
        return Extracts.of(items, SourceRecord.class).stream()
                .map(record -> record.fields().get("subject"))
                .toList();
    }

    private static List<String> keys(List<SourceItem> items) {
        return Extracts.of(items, SourceRecord.class).stream()
                .map(SourceRecord::key)
                .toList();
    }
}
