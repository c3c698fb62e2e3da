package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.RateLimitSpent;

/** Proves to a server who calls. For several threads. */
public interface Authenticator {

    /** The call with what proves it; this may fetch a token first. */
    HttpCall authenticate(HttpCall call) throws SourceUnavailable, RateLimitSpent;

    /** Whether the call is worth being made again with a fresh proof, given that the server refused it. */
    default boolean renew(HttpAnswer answer) {
        return false;
    }
}
