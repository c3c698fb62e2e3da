package dev.kenshin.source.rest;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.record.Json;
import dev.kenshin.source.rest.record.Selector;
import dev.kenshin.source.rest.request.PageResult;
import dev.kenshin.source.rest.request.Paginator;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.request.Requester;
import dev.kenshin.source.rest.slice.Increment;
import dev.kenshin.source.rest.slice.Increment.Pass;
import dev.kenshin.source.rest.slice.Router;
import dev.kenshin.source.rest.slice.Slice;
import dev.kenshin.source.rest.template.Variables;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one slice, page by page.
 *
 * @param sliceOnFirstPageOnly whether the slice's own parameters are left out once a page has a token
 * @param caller waits before an answer is asked for again, and knows what must not be kept
 */
record Retriever(
        String stream,
        Requester requester,
        Paginator paginator,
        Selector selector,
        Router router,
        Optional<Increment> increment,
        boolean sliceOnFirstPageOnly,
        HttpCaller caller) {
    private static final int READINGS = 4;
    private static final int LONGEST_TOKEN = 2_000;

    /**
     * Reads the slice.
     *
     * @param pass of an incremental stream
     * @param from the token of the page to begin with; empty for the first
     */
    void read(Slice slice, Optional<Pass> pass, Optional<Object> from, Variables scope, Harvest harvest)
            throws SourceUnavailable, RateLimitSpent {
        Variables within = slice.in(scope);
        Optional<Object> token = from.or(paginator::first);
        Sameness sameness = new Sameness();
        boolean more = true;
        for (boolean first = from.isEmpty(); more; first = false) {
            Variables at = within.with("next_page_token", asVariable(token));
            Page page = new Page(slice, pass, harvest);
            Optional<Reading> reading = read(parts(slice, token, first, at), token, at, page);
            if (reading.isEmpty()) {
                return;
            }
            HttpAnswer answer = reading.get().answer();
            Selector.Page read = reading.get().page();
            Optional<Object> next = page.olderCame()
                    ? Optional.empty()
                    : paginator.next(new PageResult(answer, read.response(), read.extracted(), page.last, token), at);
            if (next.isPresent() && sameness.endless(answer.body(), next.equals(token))) {
                throw endless();
            }
            harvest.pageEnded(next.filter(this::lasts));
            more = next.isPresent();
            token = next;
        }
    }

    private record Reading(HttpAnswer answer, Selector.Page page) {}

    /** An answer that cannot be read is asked for again, unless some of its records were handed on already. */
    private Optional<Reading> read(RequestParts parts, Optional<Object> token, Variables scope, Page page)
            throws SourceUnavailable, RateLimitSpent {
        for (int attempt = 1; ; attempt++) {
            Optional<HttpAnswer> answer = requester.call(parts, paginator.path(token), scope);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Reading(answer.get(), selector.select(answer.get(), scope, page::record)));
            } catch (SourceUnavailable e) {
                if (attempt == READINGS || page.last != null || !Json.isBroken(e)) {
                    throw e;
                }
                caller.awaitAnother(attempt, e.problem());
            }
        }
    }

    /** Numbers of pages change their meaning with every record that comes or goes; and no secret is kept. */
    private boolean lasts(Object token) {
        String text = token.toString();
        return paginator.tokensLast()
                && text.length() <= LONGEST_TOKEN
                && caller.redaction().of(text).equals(text);
    }

    private RequestParts parts(Slice slice, Optional<Object> token, boolean first, Variables scope)
            throws SourceUnavailable {
        RequestParts parts = new RequestParts();
        if (first || !sliceOnFirstPageOnly) {
            router.inject(slice, parts, scope);
            if (increment.isPresent()) {
                increment.get().inject(slice, parts, scope);
            }
        }
        paginator.inject(token, parts, scope);
        return parts;
    }

    private static @Nullable Object asVariable(Optional<Object> token) {
        return token.<Object>map(value -> Map.of("next_page_token", value)).orElse(null);
    }

    private SourceUnavailable endless() {
        return new SourceUnavailable(Problem.error(
                "KEN-R23",
                new Location.Named(stream),
                new Text("同じページが繰り返し返されます。", "The API gives the same page again and again."),
                new Text(
                        "マニフェストの pagination_strategy(stop_condition など)を直してください。",
                        "Correct the manifest's pagination_strategy, for example its stop_condition.")));
    }

    /**
     * Tells pages that come again. The same token may lead to another page, as where a server scrolls, but not if it leads
     * to the same one again; and a server that ignores tokens gives its first page for every one of them.
     */
    private static final class Sameness {
        private static final int MOST = 10;

        private byte[] last = {};
        private int times;

        boolean endless(byte[] body, boolean sameToken) {
            times = Arrays.equals(last, body) ? times + 1 : 0;
            last = body;
            return times > 0 && (sameToken || times >= MOST);
        }
    }

    /** What came on one page. */
    private final class Page {
        private final Slice slice;
        private final Optional<Pass> pass;
        private final Harvest harvest;
        private @Nullable Object last;

        Page(Slice slice, Optional<Pass> pass, Harvest harvest) {
            this.slice = slice;
            this.pass = pass;
            this.harvest = harvest;
        }

        void record(Object record) throws SourceUnavailable, RateLimitSpent {
            last = record;
            boolean leftOut = increment.isPresent() && increment.get().leavesOutOlder() && older(record);
            if (!leftOut) {
                harvest.record(record, slice);
            }
        }

        boolean olderCame() {
            return increment.isPresent() && increment.get().newestFirst() && older(last);
        }

        private boolean older(@Nullable Object record) {
            return record instanceof Map<?, ?> map
                    && pass.isPresent()
                    && !pass.get().reaches(map);
        }
    }
}
