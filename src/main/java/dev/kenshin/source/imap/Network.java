package dev.kenshin.source.imap;

import dev.kenshin.source.Pause;
import java.time.Duration;
import java.util.Properties;
import java.util.Random;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;

/**
 * How servers are connected to.
 *
 * @param silence how long a server may say nothing
 * @param tls trusts the certificates that this Java trusts
 */
record Network(Pause pause, RandomGenerator random, Duration silence, SSLSocketFactory tls) {
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    /** A server that searches a large folder takes its time. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    static Network real(Pause pause) {
        return new Network(pause, new Random(), SILENCE, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** What the mail library wants to know. */
    Properties properties(Security security, boolean byToken) {
        Properties properties = new Properties();
        properties.put("mail.imap.ssl.enable", String.valueOf(security == Security.TLS));
        properties.put("mail.imap.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.imap.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.ssl.socketFactory", tls);
        properties.put("mail.imap.ssl.socketFactory.fallback", "false");
        properties.put("mail.imap.auth.mechanisms", byToken ? "XOAUTH2" : "PLAIN LOGIN");
        properties.put("mail.imap.connectiontimeout", String.valueOf(CONNECTING.toMillis()));
        properties.put("mail.imap.timeout", String.valueOf(silence.toMillis()));
        return properties;
    }
}
