package dev.kenshin.source.imap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How what passes between here and the server is protected. */
enum Security {
    /** Encrypted from the first byte. */
    TLS(993),
    /** Encrypted after a greeting in plain text; a server that does not offer it is never logged in to. */
    STARTTLS(143),
    /** Not at all: for servers on this machine. */
    NONE(143);

    private final int port;

    Security(int port) {
        this.port = port;
    }

    /** The port that servers listen at unless said otherwise. */
    int port() {
        return port;
    }

    static Optional<Security> of(String word) {
        return Arrays.stream(values())
                .filter(security -> security.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
