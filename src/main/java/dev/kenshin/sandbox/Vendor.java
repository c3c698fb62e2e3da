package dev.kenshin.sandbox;

import java.util.Map;

/** One vendor's API. Called by several threads at once. */
interface Vendor {

    /** The part of the path that leads to it, such as {@code /zendesk}. */
    String prefix();

    Reply answer(Call call);

    /** How it refuses a call beyond its rate limit. */
    default Reply limited(long seconds) {
        return Reply.json(429, Map.of("message", "Too many requests")).with("Retry-After", Long.toString(seconds));
    }

    /** How it refuses a token that is no longer good. */
    default Reply expired() {
        return Reply.json(401, Map.of("message", "Unauthorized"));
    }
}
