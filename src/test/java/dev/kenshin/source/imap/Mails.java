package dev.kenshin.source.imap;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;

/** A source of mail on this machine, with what its messages usually are. */
final class Mails {
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    final List<Duration> pauses = new ArrayList<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private final SSLSocketFactory tls;
    private Duration silence = Duration.ofSeconds(20);

    Mails(int port) {
        this(port, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Mails(int port, SSLSocketFactory tls) {
        this.tls = tls;
        options.put("host", "127.0.0.1");
        options.put("port", (long) port);
        options.put("security", "none");
        options.put("user", MailServer.USER);
        options.put("password", "${PASSWORD}");
        options.put("columns", List.of("date", "from", "subject", "body"));
    }

    Mails with(String option, Object value) {
        options.put(option, value);
        return this;
    }

    Mails without(String option) {
        options.remove(option);
        return this;
    }

    /** How long the server may say nothing. */
    Mails silence(Duration longest) {
        silence = longest;
        return this;
    }

    static StreamConfig inbox() {
        return stream(Map.of());
    }

    static StreamConfig stream(Map<String, ?> options) {
        return Configured.stream("inbox", List.of(), options);
    }

    ImapSource open(StreamConfig stream) {
        Network network = new Network(pauses::add, new Random(1), silence, tls);
        return ImapSource.open(
                Configured.source("imap", options, stream),
                TOKYO,
                text -> text.replace("${PASSWORD}", MailServer.PASSWORD),
                network);
    }

    /** What is read from a cursor on, and the cursor after it. */
    Read read(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        try (ImapSource source = open(stream);
                Extraction extraction = source.extract(stream, cursor)) {
            return new Read(Extracts.rest(extraction), extraction.cursor());
        }
    }

    List<SourceItem> all() throws SourceUnavailable {
        return read(inbox(), Optional.empty()).items();
    }

    record Read(List<SourceItem> items, Optional<String> cursor) {}

    /** A plain message of its own. */
    static String message(int number) {
        return message("Message-ID: <m" + number + "@example.com>\nSubject: No. " + number, "Body " + number);
    }

    /** A message with the given headers besides a usual date and sender. */
    static String message(String headers, String body) {
        return "Date: Tue, 20 Oct 2026 11:30:00 +0900\nFrom: Hanako <hanako@aoba.example>\nTo: cs@example.co.jp\n"
                + headers + "\n\n" + body + "\n";
    }
}
