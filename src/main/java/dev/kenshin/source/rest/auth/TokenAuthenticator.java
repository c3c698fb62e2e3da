package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.util.Optional;

/**
 * Puts a token into every call.
 *
 * @param type the manifest's name of this kind, for messages
 * @param cached where the token comes from if it is kept, so that it can be forgotten
 */
record TokenAuthenticator(
        String type, Injection injection, Credentials credentials, Optional<CachedToken> cached, Redaction redaction)
        implements Authenticator {

    @Override
    public HttpCall authenticate(HttpCall call) throws SourceUnavailable, RateLimitSpent {
        try {
            return injection.into(call, credentials.token());
        } catch (TemplateProblem problem) {
            throw AuthProblems.template(type, problem, redaction);
        }
    }

    @Override
    public boolean renew(HttpAnswer answer) {
        boolean expired = answer.status() == 401 && cached.isPresent();
        if (expired) {
            cached.get().forget();
        }
        return expired;
    }
}
