package dev.kenshin.source.rest.request;

import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.Verdict;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.template.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a manifest makes of answers. Handlers are asked in turn; the first that has the answer succeed, be ignored or be
 * asked for again decides, else the last one does.
 */
final class ErrorHandler {
    private static final int RETRIES = 5;

    private final List<Handler> handlers;
    private final List<Backoff> backoffs;
    private final long retries;

    private record Handler(List<ResponseFilter> filters) {}

    private record Finding(Action action, Optional<ResponseFilter> filter) {}

    private ErrorHandler(List<Handler> handlers, List<Backoff> backoffs, long retries) {
        this.handlers = handlers;
        this.backoffs = backoffs;
        this.retries = retries;
    }

    /** @param scope holds {@code config} */
    static ErrorHandler of(Optional<Component> component, Variables scope) throws Unsupported {
        List<Component> flat = new ArrayList<>();
        if (component.isPresent()) {
            flatten(component.get(), flat);
        }
        List<Handler> handlers = new ArrayList<>();
        List<Backoff> backoffs = new ArrayList<>();
        for (Component handler : flat) {
            List<ResponseFilter> filters = new ArrayList<>();
            for (Component filter : handler.children("response_filters")) {
                filters.add(ResponseFilter.of(filter));
            }
            handlers.add(new Handler(filters));
            for (Component backoff : handler.children("backoff_strategies")) {
                backoffs.add(Backoff.of(backoff));
            }
        }
        return new ErrorHandler(
                handlers.isEmpty() ? List.of(new Handler(List.of())) : handlers, backoffs, retries(flat, scope));
    }

    private static void flatten(Component component, List<Component> flat) throws Unsupported {
        switch (component.type()) {
            case "DefaultErrorHandler" -> flat.add(component);
            case "CompositeErrorHandler" -> {
                for (Component child : component.children("error_handlers")) {
                    flatten(child, flat);
                }
            }
            default -> throw component.unsupported();
        }
    }

    private static long retries(List<Component> handlers, Variables scope) throws Unsupported {
        if (handlers.isEmpty() || !handlers.get(0).has("max_retries")) {
            return RETRIES;
        }
        try {
            return Long.parseLong(handlers.get(0)
                    .requiredExpression("max_retries")
                    .text(scope)
                    .strip());
        } catch (NumberFormatException | SourceUnavailable e) {
            throw handlers.get(0).unsupported();
        }
    }

    Verdict judge(HttpAnswer answer, int attempt, Variables scope) {
        try {
            Finding finding = finding(answer, scope);
            return switch (finding.action()) {
                case SUCCESS -> Verdict.accept();
                case IGNORE -> Verdict.ignore();
                case RATE_LIMITED -> waiting(answer, attempt, scope, Verdict.RateLimited::new);
                case RETRY ->
                    attempt > retries
                            ? failure(finding, answer, scope)
                            : waiting(answer, attempt, scope, Verdict.Retry::new);
                case FAIL -> failure(finding, answer, scope);
            };
        } catch (SourceUnavailable e) {
            return new Verdict.Fail(e.problem().message(), e.problem().fix());
        }
    }

    private Finding finding(HttpAnswer answer, Variables scope) throws SourceUnavailable {
        Finding last = new Finding(Action.of(answer.status()), Optional.empty());
        for (Handler handler : handlers) {
            last = finding(handler, answer, scope);
            if (last.action() != Action.FAIL && last.action() != Action.RATE_LIMITED) {
                return last;
            }
        }
        return last;
    }

    private static Finding finding(Handler handler, HttpAnswer answer, Variables scope) throws SourceUnavailable {
        for (ResponseFilter filter : handler.filters()) {
            if (filter.matches(answer, scope)) {
                return new Finding(filter.action().orElse(Action.of(answer.status())), Optional.of(filter));
            }
        }
        return new Finding(Action.of(answer.status()), Optional.empty());
    }

    /** The first strategy that knows how long to wait decides. */
    private Verdict waiting(
            HttpAnswer answer, int attempt, Variables scope, Function<Optional<Duration>, Verdict> verdict)
            throws SourceUnavailable {
        for (Backoff backoff : backoffs) {
            Optional<Duration> delay = backoff.delay(answer, attempt, scope);
            if (delay.isPresent()) {
                Optional<Duration> longest =
                        backoff.longest(scope).filter(it -> delay.get().compareTo(it) > 0);
                return longest.isPresent() ? new Verdict.TooLong(delay.get(), longest.get()) : verdict.apply(delay);
            }
        }
        return verdict.apply(Optional.empty());
    }

    private static Verdict failure(Finding finding, HttpAnswer answer, Variables scope) throws SourceUnavailable {
        String said = finding.filter().isPresent() ? finding.filter().get().message(answer, scope) : "";
        String reason = said.isBlank() ? ErrorText.of(answer) : said;
        String shown = answer.status() + (reason.isBlank() ? "" : ": " + reason);
        return new Verdict.Fail(
                finding.action() == Action.RETRY
                        ? new Text("サーバーの失敗が続いています（" + shown + "）。", "The server keeps failing (" + shown + ").")
                        : new Text("サーバーが要求を拒みました（" + shown + "）。", "The server refuses the call (" + shown + ")."),
                fix(answer.status()));
    }

    private static Text fix(int status) {
        return switch (status) {
            case 401 -> new Text("config: の認証情報を確かめてください。", "Check the credentials under config:.");
            case 403 -> new Text("認証情報に読み取りの権限があるか確かめてください。", "Check that the credentials may read this.");
            case 404 ->
                new Text("config: の値とマニフェストのパスを確かめてください。", "Check the values under config: and the manifest's path.");
            default ->
                new Text(
                        "config: の値を確かめ、相手のサービスの稼働状況も見てください。",
                        "Check the values under config:, and whether the service has an outage.");
        };
    }
}
