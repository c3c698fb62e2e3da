package dev.kenshin.source.imap;

import static dev.kenshin.source.imap.Mails.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Extracts;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections, and who is trusted. */
class ImapTlsTest {
    @TempDir
    Path directory;

    private MailServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = new MailServer();
        server.deliver(message(1));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void trustedServer_isRead() throws Exception {
        SSLContext tls = Certificates.made(directory, "ip:127.0.0.1");
        try (Relay relay = new Relay(server.port(), tls.getServerSocketFactory())) {
            assertThat(mails(relay, tls.getSocketFactory()).all()).hasSize(1);
        }
    }

    @Test
    @Threat(Danger.SECRET)
    void unknownAuthority_isNotTrusted() throws Exception {
        SSLContext tls = Certificates.made(directory, "ip:127.0.0.1");
        assertRefused(tls, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Test
    void certificateOfAnotherServer_isNotTrusted() throws Exception {
        SSLContext tls = Certificates.made(directory, "dns:mail.example");
        assertRefused(tls, tls.getSocketFactory());
    }

    @Test
    void token_isSentAsXoauth2() throws Exception {
        SSLContext tls = Certificates.made(directory, "ip:127.0.0.1");
        try (Relay relay = new Relay(server.port(), tls.getServerSocketFactory())) {
            relay.answer(command -> command.startsWith("CAPABILITY")
                    ? Optional.of("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR\r\n% OK done")
                    : command.startsWith("AUTHENTICATE")
                            ? Optional.of("% NO [AUTHENTICATIONFAILED] expired")
                            : Optional.empty());
            Mails mails =
                    mails(relay, tls.getSocketFactory()).without("password").with("oauth-token", "${PASSWORD}");
            assertThat(Extracts.problem(mails.open(Mails.inbox()), Mails.inbox())
                            .code())
                    .isEqualTo("KEN-E03");
            String said = relay.commands().stream()
                    .filter(command -> command.startsWith("AUTHENTICATE XOAUTH2 "))
                    .findFirst()
                    .orElseThrow();
            assertThat(Base64.getDecoder().decode(said.substring(21)))
                    .asString()
                    .isEqualTo("user=cs@example.co.jp\1auth=Bearer " + MailServer.PASSWORD + "\1\1");
        }
    }

    private void assertRefused(SSLContext tls, SSLSocketFactory trusting) throws Exception {
        try (Relay relay = new Relay(server.port(), tls.getServerSocketFactory())) {
            Mails mails = mails(relay, trusting);
            assertThat(Extracts.problem(mails.open(Mails.inbox()), Mails.inbox())
                            .code())
                    .isEqualTo("KEN-E02");
            assertThat(mails.pauses).isEmpty();
            assertThat(relay.commands()).isEmpty();
        }
    }

    private static Mails mails(Relay relay, SSLSocketFactory tls) {
        return new Mails(relay.port(), tls).with("security", "tls");
    }
}
