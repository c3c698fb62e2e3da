package dev.kenshin.source.imap;

import static dev.kenshin.source.imap.Mails.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that fail, refuse or vanish. */
class ImapOutageTest {
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
    void connectionThatBreaksOnce_isMadeAnewAndNothingIsDouble() throws Exception {
        deliver(150);
        AtomicInteger fetches = new AtomicInteger();
        relay.answer(command -> command.startsWith("UID FETCH") && fetches.incrementAndGet() == 3
                ? Optional.of(Relay.CUT)
                : Optional.empty());
        assertThat(mails.all())
                .hasSize(150)
                .extracting(item -> item.place().row())
                .doesNotHaveDuplicates();
        assertThat(mails.pauses).hasSize(1);
    }

    @Test
    void connectionThatBreaksForGood_leavesACursorToGoOnFrom() throws Exception {
        deliver(150);
        relay.answer(command -> command.startsWith("UID FETCH 101") ? Optional.of(Relay.CUT) : Optional.empty());
        StreamConfig stream = Mails.inbox();
        Optional<String> cursor;
        try (ImapSource source = mails.open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            for (int i = 0; i < 100; i++) {
                assertThat(extraction.next()).isInstanceOf(SourceRecord.class);
            }
            SourceUnavailable lost = catchThrowableOfType(SourceUnavailable.class, extraction::next);
            assertThat(lost.problem().code()).isEqualTo("KEN-E06");
            cursor = extraction.cursor();
        }
        assertThat(mails.pauses).extracting(Duration::toSeconds).containsExactly(2L, 8L, 32L);
        relay.answer(command -> Optional.empty());
        assertThat(mails.read(stream, cursor).items()).hasSize(50);
    }

    @Test
    void folderThatIsMadeAnewMeanwhile_isReadAnotherTime() throws Exception {
        deliver(150);
        StreamConfig stream = Mails.inbox();
        try (ImapSource source = mails.open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            extraction.next();
            relay.answer(command -> {
                if (command.startsWith("EXAMINE")) {
                    return Optional.of(
                            "* 150 EXISTS\r\n* OK [UIDVALIDITY 7] new\r\n* OK [UIDNEXT 151] next\r\n% OK [READ-ONLY] done");
                }
                return command.startsWith("UID FETCH 101") ? Optional.of(Relay.CUT) : Optional.empty();
            });
            SourceUnavailable lost = catchThrowableOfType(SourceUnavailable.class, () -> Extracts.rest(extraction));
            assertThat(lost.problem().message().en()).contains("made anew");
        }
    }

    @Test
    void serverThatIsNotThere_isTriedAFewTimes() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        mails = new Mails(port);
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("KEN-E01");
        assertThat(problem.location().toString()).contains("crm.inbox (127.0.0.1:" + port + " INBOX)");
        assertThat(mails.pauses).hasSize(3);
    }

    @Test
    void serverThatFallsSilent_isGivenUp() {
        relay.answer(command -> command.startsWith("EXAMINE") ? Optional.of("* 1 EXISTS") : Optional.empty());
        mails.silence(Duration.ofMillis(200));
        assertThat(problem().code()).isEqualTo("KEN-E06");
        assertThat(mails.pauses).hasSize(3);
    }

    @Test
    @Threat(Danger.SECRET)
    void wrongPassword_isToldWithoutItAndNotTriedAgain() throws Exception {
        relay.answer(command -> command.startsWith("LOGIN") || command.startsWith("AUTHENTICATE")
                ? Optional.of("%% NO [AUTHENTICATIONFAILED] %s is wrong".formatted(MailServer.PASSWORD))
                : Optional.empty());
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("KEN-E03");
        assertThat(problem.message().en())
                .contains("cs@example.co.jp", "*** is wrong")
                .doesNotContain(MailServer.PASSWORD);
        assertThat(mails.pauses).isEmpty();
    }

    @Test
    void busyServer_isTriedAgain() throws Exception {
        deliver(1);
        AtomicInteger examined = new AtomicInteger();
        relay.answer(command -> command.startsWith("EXAMINE") && examined.incrementAndGet() == 1
                ? Optional.of("% NO [UNAVAILABLE] maintenance")
                : Optional.empty());
        assertThat(mails.all()).hasSize(1);
        assertThat(mails.pauses).hasSize(1);
    }

    @Test
    void messageThatIsRefused_isBrokenAndTheOthersGoOn() throws Exception {
        deliver(3);
        relay.answer(command -> command.matches("UID FETCH (1:3|2) .*BODYSTRUCTURE.*")
                ? Optional.of("% NO cannot open message")
                : Optional.empty());
        List<SourceItem> items = mails.all();
        assertThat(Extracts.of(items, SourceRecord.class)).hasSize(2);
        assertThat(items.get(1)).isInstanceOfSatisfying(BrokenRecord.class, broken -> {
            assertThat(broken.code()).isEqualTo("KEN-E07");
            assertThat(broken.place().row()).isEqualTo("crm.inbox[uid=2]");
            assertThat(broken.value()).isEqualTo("cannot open message");
        });
    }

    @Test
    void bodyThatIsRefused_breaksItsMessageOnly() throws Exception {
        deliver(2);
        relay.answer(command -> command.matches("UID FETCH (1:2|1) .*BODY.PEEK\\[1\\].*")
                ? Optional.of("% NO cannot open part")
                : Optional.empty());
        assertThat(mails.all()).hasExactlyElementsOfTypes(BrokenRecord.class, SourceRecord.class);
    }

    @Test
    void structureThatCannotBeUnderstood_breaksItsMessageOnly() throws Exception {
        deliver(2);
        relay.answer(command -> command.matches("UID FETCH (1:2|1) .*BODYSTRUCTURE.*")
                ? Optional.of("* 1 FETCH (UID 1 BODYSTRUCTURE (((\r\n% OK done")
                : Optional.empty());
        assertThat(mails.all()).hasExactlyElementsOfTypes(BrokenRecord.class, SourceRecord.class);
    }

    @Test
    void serverThatRefusesEverything_isUnavailable() throws Exception {
        deliver(12);
        relay.answer(command -> command.startsWith("UID FETCH") ? Optional.of("% NO quota used up") : Optional.empty());
        assertThat(problem().code()).isEqualTo("KEN-E05");
    }

    @Test
    @Threat(Danger.SECRET)
    void serverWithoutStarttls_getsNoPassword() {
        mails.with("security", "starttls");
        assertThat(problem().code()).isEqualTo("KEN-E02");
        assertThat(relay.commands()).noneMatch(command -> command.matches("(LOGIN|AUTHENTICATE).*"));
    }

    @Test
    void plainServerUnderTls_isExplained() {
        mails.with("security", "tls");
        assertThat(problem().code()).isEqualTo("KEN-E02");
    }

    private Problem problem() {
        return Extracts.problem(mails.open(Mails.inbox()), Mails.inbox());
    }

    private void deliver(int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            server.deliver(message(i));
        }
    }
}
