package dev.kenshin.source.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A real IMAP server on this machine, with one user. Messages are given as they would pass on the wire. */
public final class MailServer implements AutoCloseable {
    public static final String USER = "cs@example.co.jp";
    public static final String PASSWORD = "open-sesame-7";
    public static final Instant ARRIVAL = Instant.parse("2026-10-20T03:00:00Z");

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
    private final GreenMailUser user;

    public MailServer() {
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
    }

    public int port() {
        return server.getImap().getPort();
    }

    /** Headers and body, lines ended by {@code \n}, one character a byte. */
    public void deliver(String message) throws Exception {
        deliver("INBOX", ARRIVAL, message);
    }

    void deliver(String folder, Instant arrival, String message) throws Exception {
        byte[] bytes = message.replace("\n", "\r\n").getBytes(ISO_8859_1);
        MimeMessage parsed = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        folder(folder).appendMessage(parsed, new Flags(), Date.from(arrival));
    }

    void create(String folder) throws Exception {
        server.getManagers().getImapHostManager().createMailbox(user, folder);
    }

    /** As after a restore: the same name, other UIDs. */
    void recreate(String folder) throws Exception {
        server.getManagers().getImapHostManager().deleteMailbox(user, folder);
        create(folder);
    }

    MailFolder folder(String name) throws Exception {
        return server.getManagers().getImapHostManager().getFolder(user, name, true);
    }

    @Override
    public void close() {
        server.stop();
    }
}
