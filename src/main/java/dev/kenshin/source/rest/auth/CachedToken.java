package dev.kenshin.source.rest.auth;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps a token until shortly before it expires, so that a run needs few of them. For several threads. */
final class CachedToken implements Credentials {
    /** How long before its end a token is no longer used, as a call takes its time to arrive. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Issuer issuer;
    private final Clock clock;
    private Optional<Token> kept;

    CachedToken(Issuer issuer, Clock clock) {
        this(issuer, clock, Optional.empty());
    }

    CachedToken(Issuer issuer, Clock clock, Optional<Token> first) {
        this.issuer = issuer;
        this.clock = clock;
        this.kept = first;
    }

    /** Gets a token from wherever it is issued. */
    @FunctionalInterface
    interface Issuer {
        Token issue() throws SourceUnavailable, RateLimitSpent, TemplateProblem;
    }

    /**
     * A token.
     *
     * @param end when it is no longer good; empty where nobody knows
     */
    record Token(String text, Optional<Instant> end) {
        @Override
        public String toString() {
            return "Token until " + end;
        }
    }

    /** Others wait meanwhile, so that no two of them use up the same refresh token. */
    @Override
    public synchronized String token() throws SourceUnavailable, RateLimitSpent, TemplateProblem {
        if (kept.isEmpty() || isOver(kept.get())) {
            kept = Optional.of(issuer.issue());
        }
        return kept.get().text();
    }

    synchronized void forget() {
        kept = Optional.empty();
    }

    private boolean isOver(Token token) {
        return token.end().isPresent()
                && !clock.instant().isBefore(token.end().get().minus(MARGIN));
    }
}
