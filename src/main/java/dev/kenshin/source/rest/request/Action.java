package dev.kenshin.source.rest.request;

import java.util.Locale;
import java.util.Optional;

/** What a manifest can say about an answer. */
enum Action {
    SUCCESS,
    FAIL,
    IGNORE,
    RETRY,
    RATE_LIMITED;

    /** Empty where there is no such action here. */
    static Optional<Action> of(String name) {
        for (Action action : values()) {
            if (action.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(action);
            }
        }
        return name.equals("REFRESH_TOKEN_THEN_RETRY") ? Optional.of(RETRY) : Optional.empty();
    }

    /** What a status means where the manifest does not say. */
    static Action of(int status) {
        if (status < 400) {
            return SUCCESS;
        }
        return switch (status) {
            case 429 -> RATE_LIMITED;
            case 408, 500, 502, 503, 504 -> RETRY;
            case 400, 401, 403, 404, 405 -> FAIL;
            default -> RETRY;
        };
    }
}
