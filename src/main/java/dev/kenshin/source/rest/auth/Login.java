package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;

/** Makes the call of a {@code login_requester}, whose answer holds a session token. */
@FunctionalInterface
public interface Login {
    HttpAnswer call() throws SourceUnavailable, RateLimitSpent;
}
