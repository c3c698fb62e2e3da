package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.RateLimitSpent;

/** Proves to a server who calls. For several threads. */
public interface Authenticator {

    /** The call with what proves it; this may fetch a token first. To be asked anew for every attempt. */
    HttpCall authenticate(HttpCall call) throws SourceUnavailable, RateLimitSpent;

    /**
     * Whether a call that the server refused is worth being authenticated and made again. To be asked once a call: if the
     * fresh proof is refused too, a third will be.
     */
    default boolean renew(HttpAnswer answer) {
        return false;
    }
}
