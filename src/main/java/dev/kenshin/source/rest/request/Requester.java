package dev.kenshin.source.rest.request;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.http.Verdict;
import dev.kenshin.source.rest.auth.Authenticator;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.template.Variables;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one stream. */
public final class Requester {
    private static final int UNAUTHORISED = 401;

    private final Component component;
    private final HttpCaller caller;
    private final Authenticator authenticator;
    private final ErrorHandler errors;
    private final String method;
    private final Expression base;
    private final Expression path;
    private final Inputs parameters;
    private final Inputs headers;
    private final Body body;

    private Requester(Component component, HttpCaller caller, Authenticator authenticator, Variables scope)
            throws Unsupported {
        this.component = component;
        this.caller = caller;
        this.authenticator = authenticator;
        this.errors = ErrorHandler.of(component.child("error_handler"), scope);
        this.method = component.text("http_method").orElse("GET").toUpperCase(Locale.ROOT);
        this.base = base(component);
        this.path = component.expression("path", component.text("path").orElse(""));
        this.parameters = Inputs.of(component, "request_parameters", false);
        this.headers = Inputs.of(component, "request_headers", true);
        this.body = Body.of(component);
    }

    /**
     * The requester that a component describes.
     *
     * @param scope holds {@code config}
     */
    public static Requester of(Component component, HttpCaller caller, Authenticator authenticator, Variables scope)
            throws Unsupported {
        if (!component.type().equals("HttpRequester")) {
            throw component.unsupported();
        }
        for (String field : new String[] {"fetch_properties_from_endpoint", "query_properties"}) {
            if (component.has(field)) {
                throw component.child(field).orElse(component).unsupported();
            }
        }
        return new Requester(component, caller, authenticator, scope);
    }

    /** What the addresses of this component begin with. */
    public static Expression base(Component component) throws Unsupported {
        return component.has("url") ? component.requiredExpression("url") : component.requiredExpression("url_base");
    }

    /**
     * Calls.
     *
     * @param parts what the slice and the paginator add
     * @param page the path or address that stands in the place of the requester's own
     * @return empty where the manifest has the answer ignored
     */
    public Optional<HttpAnswer> call(RequestParts parts, Optional<String> page, Variables scope)
            throws SourceUnavailable, RateLimitSpent {
        URI home = uri(parts, Optional.empty(), scope);
        URI uri = page.isEmpty() ? home : uri(parts, page, scope);
        if (!HttpCall.get(home).goesToServerOf(uri)) {
            return caller.call(bare(page.orElseThrow()), (answer, attempt) -> errors.judge(answer, attempt, scope));
        }
        HttpCall call = call(uri, parts, scope);
        AtomicBoolean renewed = new AtomicBoolean();
        Optional<HttpAnswer> answer = caller.call(authenticator.authenticate(call), (refused, attempt) -> {
            boolean again = refused.status() == UNAUTHORISED && !renewed.get() && authenticator.renew(refused);
            renewed.compareAndSet(false, again);
            return again ? Verdict.accept() : errors.judge(refused, attempt, scope);
        });
        return renewed.get()
                ? caller.call(authenticator.authenticate(call), (again, attempt) -> errors.judge(again, attempt, scope))
                : answer;
    }

    /** A link to another server is called without anything that may prove who calls. */
    private static HttpCall bare(String link) throws SourceUnavailable {
        try {
            return HttpCall.get(Address.of("", link)).withHeader("Accept", "*/*");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private URI uri(RequestParts parts, Optional<String> page, Variables scope) throws SourceUnavailable {
        String start = base.text(scope).strip();
        String rest = page.isPresent() ? page.get() : path.text(scope).strip().replaceFirst("^/+", "");
        Map<String, @Nullable Object> query = map(parameters.value(scope));
        query.putAll(parts.parameters());
        try {
            URI uri = Address.with(Address.of(start, rest), query);
            if (uri.getHost() == null) {
                throw new URISyntaxException(start, "no host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new SourceUnavailable(noAddress(start), e);
        }
    }

    private HttpCall call(URI uri, RequestParts parts, Variables scope) throws SourceUnavailable {
        Body.Content content = body.content(parts, scope);
        HttpCall call = new HttpCall(method, uri, Map.of("Accept", "*/*"), content.bytes());
        if (!content.type().isEmpty()) {
            call = call.withHeader("Content-Type", content.type());
        }
        Map<String, @Nullable Object> all = map(headers.value(scope));
        all.putAll(parts.headers());
        for (Map.Entry<String, @Nullable Object> header : all.entrySet()) {
            call = call.withHeader(header.getKey(), TextOf.value(header.getValue()));
        }
        return call;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?>
                ? new LinkedHashMap<>((Map<String, @Nullable Object>) value)
                : new LinkedHashMap<>();
    }

    private Problem noAddress(String start) {
        return Problem.error(
                "KEN-R11",
                new Location.Named(component.place()),
                new Text("URL「" + start + "」を使えません。", "The address '" + start + "' cannot be used."),
                new Text("config: の値を確かめてください。", "Check the values under config:."));
    }
}
