package dev.kenshin.source.rest;

import dev.kenshin.problem.Text;
import dev.kenshin.source.KeptSecrets;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.rest.auth.Authenticator;
import dev.kenshin.source.rest.auth.Authenticators;
import dev.kenshin.source.rest.auth.Login;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.record.Decoders;
import dev.kenshin.source.rest.record.Selector;
import dev.kenshin.source.rest.request.Paginator;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.request.Requester;
import dev.kenshin.source.rest.slice.Increment;
import dev.kenshin.source.rest.slice.Router;
import dev.kenshin.source.rest.slice.Routers;
import dev.kenshin.source.rest.template.TemplateProblem;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes readers of a manifest's streams, or says what about one is not supported. */
final class StreamCompiler {
    private final HttpCaller caller;
    private final Variables scope;
    private final Decoders decoders;
    private final Authenticators authenticators;
    private final Map<Map<String, @Nullable Object>, Authenticator> known = new LinkedHashMap<>();

    /**
     * For one source.
     *
     * @param scope holds {@code config}
     * @param kept secrets that the source remembers
     */
    StreamCompiler(HttpCaller caller, Variables scope, long responseBytes, KeptSecrets kept) {
        this.caller = caller;
        this.scope = scope;
        this.decoders = new Decoders(responseBytes);
        this.authenticators = new Authenticators(caller, scope, this::login, kept);
    }

    StreamReaders compile(Component stream) throws Unsupported {
        if (!stream.type().equals("StateDelegatingStream")) {
            return StreamReaders.always(reader(stream));
        }
        return new StreamReaders(
                stream.text("name").orElse(stream.place()),
                reader(stream.required("full_refresh_stream")),
                reader(stream.required("incremental_stream")),
                stream.expression("api_retention_period"));
    }

    private StreamReader reader(Component stream) throws Unsupported {
        if (!stream.type().equals("DeclarativeStream")) {
            throw stream.unsupported();
        }
        Component retriever = simple(stream.required("retriever"));
        Router router = Routers.of(retriever, this::compile);
        Optional<Component> incremental = stream.child("incremental_sync");
        Optional<Increment> increment =
                incremental.isEmpty() ? Optional.empty() : Optional.of(Increment.of(incremental.get()));
        String name = stream.text("name").orElse(stream.place());
        Retriever reading = new Retriever(
                name,
                requester(retriever.required("requester")),
                Paginator.of(retriever.child("paginator")),
                Selector.of(retriever.required("record_selector"), stream, decoders.of(retriever.child("decoder"))),
                router,
                increment,
                retriever.flag("ignore_stream_slicer_parameters_on_paginated_requests"),
                caller);
        return new StreamReader(name, key(stream), reading, router, increment);
    }

    /** What older versions of the dialect call a stream slicer divides a stream, and would be read undivided here. */
    private static Component simple(Component retriever) throws Unsupported {
        for (String field : List.of("pagination_reset", "stream_slicer")) {
            if (retriever.has(field)) {
                throw retriever.child(field).orElse(retriever).unsupported();
            }
        }
        if (!retriever.type().equals("SimpleRetriever")) {
            throw retriever.unsupported();
        }
        return retriever;
    }

    private Requester requester(Component component) throws Unsupported {
        return Requester.of(component, caller, authenticator(component), scope);
    }

    /** Streams that authenticate in the same way share their tokens. */
    private Authenticator authenticator(Component requester) throws Unsupported {
        Optional<Component> component = requester.child("authenticator");
        if (component.isEmpty() || component.get().type().equals("NoAuth")) {
            return call -> call;
        }
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(component.get().values());
        values.put(
                "url_base",
                requester.text("url_base").or(() -> requester.text("url")).orElse(null));
        Authenticator shared = known.get(values);
        if (shared != null) {
            return shared;
        }
        try {
            Authenticator made = authenticators.of(values);
            known.put(values, made);
            return made;
        } catch (TemplateProblem e) {
            throw new Unsupported(new Text(
                    "authenticator: " + e.why().ja(),
                    "authenticator: " + e.why().en()));
        }
    }

    private Login login(Map<String, @Nullable Object> requester) throws Unsupported {
        Requester login = requester(new Component("login_requester", requester));
        return () -> {
            Optional<HttpAnswer> answer = login.call(new RequestParts(), Optional.empty(), scope);
            return answer.orElseThrow(() -> new IllegalStateException("a login must not be ignored"));
        };
    }

    /** The fields of {@code primary_key}: a name, several, or paths into nested objects. */
    private List<String> key(Component stream) throws Unsupported {
        Object written = stream.values().get("primary_key");
        List<String> key = new ArrayList<>();
        for (Object part : written instanceof List<?> list ? list : written == null ? List.of() : List.of(written)) {
            String text = part instanceof List<?> path
                    ? String.join(".", path.stream().map(String::valueOf).toList())
                    : String.valueOf(part);
            key.add(rendered(stream.expression("primary_key", text)));
        }
        key.removeIf(String::isBlank);
        return key;
    }

    private String rendered(Expression expression) throws Unsupported {
        try {
            return expression.text(scope);
        } catch (SourceUnavailable e) {
            throw new Unsupported(e.problem().message());
        }
    }
}
