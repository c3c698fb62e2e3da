package dev.kenshin.source.http;

import dev.kenshin.problem.Problem;
import dev.kenshin.source.Pause;
import dev.kenshin.source.SourceUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the servers of one source. Connections are kept and shared, and so is the budget for rate limits. For several
 * threads.
 */
public final class HttpCaller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCaller.class);
    /** A server that says to come back at once does not mean it. */
    private static final Duration SHORTEST_RATE_LIMIT = Duration.ofSeconds(1);
    /** How long one call may wait between its attempts in all. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpPolicy policy;
    private final Pause pause;
    private final Redaction redaction;
    private final HttpProblems problems;
    private final Redirects network;
    private final Waits waits;
    private final WaitBudget budget;

    public HttpCaller(HttpPolicy policy, Clock clock, Pause pause, Redaction redaction) {
        this.policy = policy;
        this.pause = pause;
        this.redaction = redaction;
        problems = new HttpProblems(redaction);
        network = new Redirects(new Destinations(policy, problems), new Exchange(policy, problems), problems);
        waits = new Waits(clock);
        budget = new WaitBudget(policy.rateLimitBudget());
    }

    /** What must not be shown; whoever learns of another secret adds it. */
    public Redaction redaction() {
        return redaction;
    }

    /**
     * The answer that the judge accepts, after as many attempts as it takes. Broken connections, time-outs and truncated
     * answers are never judged; another attempt is made.
     *
     * @return empty where the judge says to ignore the answer
     * @throws SourceUnavailable if the judge says so, no attempt succeeded, the policy forbids the call, or the thread was
     *     interrupted (and then stays so); the problem holds no secret
     * @throws RateLimitSpent if a rate limit would take longer than what is left of the budget, or the judge says so
     */
    public Optional<HttpAnswer> call(HttpCall call, Judge judge) throws SourceUnavailable, RateLimitSpent {
        try {
            return new Attempts(call, judge).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceUnavailable.interrupted(problems.interrupted(call.uri()));
        }
    }

    /**
     * Waits before a call is made anew because its answer, though accepted, cannot be used.
     *
     * @param failed how many answers were of no use, at least 1
     * @param why to be told of a wait that is ended from outside
     */
    public void awaitAnother(int failed, Problem why) throws SourceUnavailable {
        try {
            await(waits.growing(failed), why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceUnavailable.interrupted(why);
        }
    }

    private void await(Duration wait, Problem why) throws InterruptedException {
        LOG.info("{} Next attempt in {} ms.", redaction.of(why.message().en()), wait.toMillis());
        pause.await(wait);
    }

    /** Connections end by themselves when nobody can use them any more. */
    @Override
    public void close() {}

    /** The attempts at one call. */
    private final class Attempts {
        private final HttpCall call;
        private final Judge judge;
        private int made;
        private int failed;
        private int limited;
        private Duration waited = Duration.ZERO;

        Attempts(HttpCall call, Judge judge) {
            this.call = call;
            this.judge = judge;
        }

        Optional<HttpAnswer> run() throws SourceUnavailable, RateLimitSpent, InterruptedException {
            while (true) {
                Optional<HttpAnswer> answer = attempt();
                if (answer.isPresent()) {
                    Verdict verdict = judge.judge(answer.get(), made);
                    if (verdict instanceof Verdict.Accept) {
                        return answer;
                    }
                    if (verdict instanceof Verdict.Ignore) {
                        return Optional.empty();
                    }
                    prepareNext(verdict, answer.get());
                }
            }
        }

        /** Empty where the attempt failed and another one may be made now. */
        private Optional<HttpAnswer> attempt() throws SourceUnavailable, InterruptedException {
            made++;
            try {
                return Optional.of(network.send(call));
            } catch (CallFailed e) {
                if (!e.isPassing()) {
                    throw new SourceUnavailable(e.problem());
                }
                waitAfterFailure(waits.growing(failed + 1), e.problem());
                return Optional.empty();
            }
        }

        private void prepareNext(Verdict verdict, HttpAnswer answer)
                throws SourceUnavailable, RateLimitSpent, InterruptedException {
            if (verdict instanceof Verdict.Fail fail) {
                throw new SourceUnavailable(problems.refused(answer.uri(), fail.why(), fail.fix()));
            }
            if (verdict instanceof Verdict.TooLong wait) {
                throw new RateLimitSpent(problems.tooLong(answer.uri(), wait.delay(), wait.longest()));
            }
            if (verdict instanceof Verdict.RateLimited rate) {
                waitForRateLimit(waits.before(++limited, rate.delay(), answer), answer.uri());
            } else if (verdict instanceof Verdict.Retry retry) {
                waitAfterFailure(
                        waits.before(failed + 1, retry.delay(), answer),
                        problems.stillFailing(answer.uri(), answer.status(), failed + 1));
            }
        }

        private void waitAfterFailure(Duration wait, Problem problem) throws SourceUnavailable, InterruptedException {
            failed++;
            waited = waited.plus(wait);
            if (failed >= policy.attempts() || waited.compareTo(PATIENCE) > 0) {
                throw new SourceUnavailable(problem);
            }
            await(wait, problem);
        }

        private void waitForRateLimit(Duration asked, URI uri) throws RateLimitSpent, InterruptedException {
            Duration wait = asked.compareTo(SHORTEST_RATE_LIMIT) < 0 ? SHORTEST_RATE_LIMIT : asked;
            if (!budget.take(wait)) {
                throw new RateLimitSpent(problems.rateLimited(uri, wait, budget.left()));
            }
            LOG.info("{} limits the rate of calls. Next attempt in {} ms.", redaction.of(uri), wait.toMillis());
            pause.await(wait);
        }
    }
}
