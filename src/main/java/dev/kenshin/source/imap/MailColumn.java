package dev.kenshin.source.imap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be kept of a message. */
enum MailColumn {
    UID,
    MESSAGE_ID,
    DATE,
    FROM,
    FROM_NAME,
    TO,
    SUBJECT,
    BODY;

    /** As it is written in the configuration, and in records. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MailColumn> of(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(MailColumn::word).toList();
    }
}
