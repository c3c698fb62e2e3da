package dev.kenshin.source.imap;

import static dev.kenshin.source.imap.Mails.message;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.SourceRecord;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which part of a message is read, and how much of it. */
class MailBodyTest {
    private static final String PLAIN = """
            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: base64

            %s
            """.formatted(Base64.getEncoder().encodeToString("解約します".getBytes(UTF_8)));
    private static final String HTML = """
            --b
            Content-Type: text/html; charset=us-ascii

            <p>Only <b>HTML</b></p>
            """;
    private static final String FILE = """
            --b
            Content-Type: text/plain; name=secret.txt
            Content-Disposition: attachment; filename=secret.txt

            secret
            """;

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
    void plainText_isPreferredToHtml() throws Exception {
        assertThat(body(multipart("alternative", HTML + PLAIN))).isEqualTo("解約します");
    }

    @Test
    void html_isReadWhereThereIsNothingElse() throws Exception {
        assertThat(body(multipart("alternative", HTML))).isEqualTo("Only HTML");
    }

    @Test
    void attachments_areNeverFetched() throws Exception {
        assertThat(body(multipart("mixed", FILE + PLAIN))).isEqualTo("解約します");
        assertThat(relay.commands()).noneMatch(command -> command.contains("BODY.PEEK[1]"));
    }

    @Test
    void messageOfAttachmentsOnly_hasNoBody() throws Exception {
        assertThat(body(multipart("mixed", FILE))).isNull();
    }

    @Test
    void textWithinTexts_isFound() throws Exception {
        String inner = "--b\nContent-Type: multipart/alternative; boundary=c\n\n" + (PLAIN + HTML).replace("--b", "--c")
                + "--c--\n";
        assertThat(body(multipart("mixed", inner + FILE))).isEqualTo("解約します");
        assertThat(relay.commands()).anyMatch(command -> command.contains("BODY.PEEK[1.1]"));
    }

    @Test
    void jis_isReadUnderAnyLabel() throws Exception {
        String jis = new String("㈱髙橋 ①".getBytes(Charset.forName("x-windows-50221")), ISO_8859_1);
        assertThat(body(message("Content-Type: text/plain; charset=us-ascii", jis)))
                .isEqualTo("㈱髙橋 ①");
    }

    @Test
    void quotedPrintable_isDecoded() throws Exception {
        assertThat(body(message(
                        "Content-Type: text/plain; charset=windows-31j\nContent-Transfer-Encoding: quoted-printable",
                        "=89=F0=96=F1=\n!")))
                .isEqualTo("解約!");
    }

    @Test
    void longBody_isCutAtTheLimit() throws Exception {
        mails.with("body-limit", 7_000L);
        String encoded = Base64.getMimeEncoder()
                .encodeToString("約".repeat(100_000).getBytes(UTF_8))
                .replace("\r", "");
        assertThat(body(message("Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64", encoded)))
                .isEqualTo("約".repeat(7_000));
        assertThat(relay.commands()).anyMatch(command -> command.contains("BODY.PEEK[1]<0.70000>"));
    }

    private Object body(String message) throws Exception {
        server.deliver(message);
        return ((SourceRecord) mails.all().get(0)).fields().get("body");
    }

    private static String multipart(String kind, String parts) {
        return message("MIME-Version: 1.0\nContent-Type: multipart/" + kind + "; boundary=b", parts + "--b--");
    }
}
