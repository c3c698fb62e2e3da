package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.template.TemplateProblem;

/** Yields a token, which may have to be fetched first. */
@FunctionalInterface
interface Credentials {
    String token() throws SourceUnavailable, RateLimitSpent, TemplateProblem;
}
