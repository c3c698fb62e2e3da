package dev.kenshin.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong. The page of the sandbox describes each. */
enum FaultKind {
    TOO_MANY_CALLS("429", Argument.NUMBER),
    INTERNAL_ERROR("500", Argument.NONE),
    BAD_GATEWAY("502", Argument.NONE),
    UNAVAILABLE("503", Argument.NUMBER),
    HANG_UP("hang-up", Argument.NONE),
    EMPTY("empty", Argument.NONE),
    GARBAGE("garbage", Argument.NONE),
    TRUNCATE("truncate", Argument.NONE),
    TRUNCATE_CHUNKED("truncate-chunked", Argument.NONE),
    TRUNCATE_GZIP("truncate-gzip", Argument.NONE),
    TRUNCATE_JSON("truncate-json", Argument.NONE),
    DRIP("drip", Argument.NUMBER),
    EXPIRED_TOKEN("expired-token", Argument.NONE),
    NEXT("next", Argument.ADDRESS),
    REDIRECT("redirect", Argument.ADDRESS),
    LARGE("large", Argument.NUMBER),
    LARGE_GZIP("large-gzip", Argument.NUMBER);

    /** What may follow the word and a colon. */
    enum Argument {
        NONE("(?!)"),
        NUMBER("[1-9]\\d{0,5}"),
        ADDRESS("https?://[^\\s,*@]+");

        private final String form;

        Argument(String form) {
            this.form = form;
        }
    }

    private final String word;
    private final Argument argument;

    FaultKind(String word, Argument argument) {
        this.word = word;
        this.argument = argument;
    }

    String word() {
        return word;
    }

    boolean takes(String text) {
        return text.matches(argument.form);
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
