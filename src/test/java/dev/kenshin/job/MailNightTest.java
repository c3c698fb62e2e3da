package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.source.imap.MailServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One more source: the mail of the customer success team, configured as the page of connectors shows. */
class MailNightTest {
    private MailServer server;
    private TestCompany company;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        server = new MailServer();
        company = TestCompany.in(directory.resolve("company"));
        Files.writeString(company.file("password"), MailServer.PASSWORD);
        Files.writeString(company.file("config/sources/mail.yaml"), """
                type: imap
                host: localhost
                port: %d
                security: none
                user: %s
                password: '${file:%s}'
                columns: [date, from, subject, body]
                streams:
                  inbox: { folder: INBOX, since: 2026-10-01 }
                on-outage: { use-last: 3d }
                """.formatted(
                        server.port(), MailServer.USER, company.file("password")));
        Files.writeString(company.file("config/mappings/message.yaml"), """
                from: mail.inbox
                to: message
                account: { by: email-domain, from: from }
                fields:
                  sent_at: { from: date, type: timestamp, required: true }
                  sender: from
                  subject: subject
                  body: body
                """);
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, mail]"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void messages_areLinkedToAccountsByTheirSenders() throws Exception {
        deliver("Hanako <hanako@aoba.example>", "=?UTF-8?B?6Kej57SE?=", "Please end our contract.");
        deliver("a@nowhere.example", "Hello", "Who are you?");
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select account_id || '/' || sent_at || '/' || sender || '/' || subject || '/' || body"
                        + " from model.message"))
                .containsExactly("C1/2026-10-20 11:30:00/hanako@aoba.example/解約/Please end our contract.");
        assertThat(Files.readString(company.exported("quarantine.csv"))).contains("mail.inbox[uid=2]", "KEN-P36");
    }

    @Test
    void secondNight_readsOnlyNewMail() throws Exception {
        deliver("hanako@aoba.example", "One", "1");
        deliver("taro@midori.example", "Two", "2");
        company.run(SATURDAY);
        deliver("jiro@sakura.example", "Three", "3");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land mail.inbox", "extracted")).isEqualTo(1);
        assertThat(company.rows("select account_id || ' ' || subject from model.message order by all"))
                .containsExactly("C1 One", "C2 Two", "C3 Three");
    }

    @Test
    void serverThatIsDown_letsTheNightGoOnWithWhatIsKnown() throws Exception {
        deliver("hanako@aoba.example", "One", "1");
        company.run(SATURDAY);
        company.change("password", text -> "wrong");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.rows("select subject from model.message")).containsExactly("One");
    }

    private void deliver(String from, String subject, String body) throws Exception {
        server.deliver(
                "Date: Tue, 20 Oct 2026 11:30:00 +0900\nFrom: %s\nSubject: %s\n\n%s\n".formatted(from, subject, body));
    }
}
