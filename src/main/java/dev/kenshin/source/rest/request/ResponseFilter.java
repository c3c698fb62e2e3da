package dev.kenshin.source.rest.request;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.record.Json;
import dev.kenshin.source.rest.template.Variables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers of one sort, and what to do about them.
 *
 * @param action empty for what the status means by itself
 * @param message for the reader, where the action is to fail
 */
record ResponseFilter(
        Optional<Action> action,
        Set<Integer> statuses,
        Optional<Expression> predicate,
        Optional<String> errorContains,
        Optional<Expression> message) {

    static ResponseFilter of(Component component) throws Unsupported {
        if (!component.type().equals("HttpResponseFilter")) {
            throw component.unsupported();
        }
        Optional<Action> action = component.text("action").flatMap(Action::of);
        if (component.has("action") && action.isEmpty()) {
            throw component.unsupported();
        }
        return new ResponseFilter(
                action,
                statuses(component),
                component.expression("predicate").filter(it -> !it.toString().isBlank()),
                component.text("error_message_contains").filter(text -> !text.isEmpty()),
                component.expression("error_message").filter(it -> !it.toString()
                        .isBlank()));
    }

    private static Set<Integer> statuses(Component component) {
        List<?> codes = component.get("http_codes").orElse(List.of()) instanceof List<?> list ? list : List.of();
        return codes.stream()
                .map(String::valueOf)
                .filter(code -> code.matches("\\d{3}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    boolean matches(HttpAnswer answer, Variables scope) throws SourceUnavailable {
        return statuses.contains(answer.status())
                || (predicate.isPresent() && predicate.get().holds(with(answer, scope)))
                || (errorContains.isPresent() && ErrorText.of(answer).contains(errorContains.get()));
    }

    /** What the manifest says about the answer, empty where that is nothing. */
    String message(HttpAnswer answer, Variables scope) throws SourceUnavailable {
        return message.isPresent() ? message.get().text(with(answer, scope)) : "";
    }

    private static Variables with(HttpAnswer answer, Variables scope) {
        return scope.with("response", Json.readLeniently(answer))
                .with("headers", answer.headers().joined());
    }
}
