package dev.kenshin.source.rest.request;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.template.Variables;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows what the next page is called, given the last one. */
sealed interface PageStrategy {

    default Optional<Object> first() {
        return Optional.empty();
    }

    /**
     * The token of the page after this one; empty where this was the last.
     *
     * @param scope holds what the page held
     */
    Optional<Object> next(PageResult page, Variables scope) throws SourceUnavailable;

    Optional<Expression> size();

    default boolean tokensLast() {
        return false;
    }

    /** How many records to ask for; empty where the manifest does not say. */
    default Optional<Object> pageSize(Variables scope) throws SourceUnavailable {
        return size().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(size().get().value(scope)).filter(it -> !it.equals(""));
    }

    static PageStrategy of(Component component) throws Unsupported {
        Optional<Expression> size = component.expression("page_size");
        boolean atOnce = component.flag("inject_on_first_request");
        return switch (component.type()) {
            case "PageIncrement" ->
                new Increment(size, component.number("start_from_page").orElse(0), atOnce, false);
            case "OffsetIncrement" -> new Increment(size, 0, atOnce, true);
            case "CursorPagination" ->
                new Cursor(
                        size,
                        component.requiredExpression("cursor_value"),
                        component.expression("stop_condition").filter(it -> !it.toString()
                                .isBlank()));
            default -> throw component.unsupported();
        };
    }

    /**
     * Counts pages, or records; stops where fewer came than were asked for.
     *
     * @param atOnce whether the first page is asked for by its number too
     */
    record Increment(Optional<Expression> size, long start, boolean atOnce, boolean records) implements PageStrategy {
        @Override
        public Optional<Object> first() {
            return atOnce ? Optional.of(start) : Optional.empty();
        }

        @Override
        public Optional<Object> next(PageResult page, Variables scope) throws SourceUnavailable {
            long asked = pageSize(scope)
                    .filter(Number.class::isInstance)
                    .map(number -> ((Number) number).longValue())
                    .orElse(0L);
            if (page.size() == 0 || page.size() < asked) {
                return Optional.empty();
            }
            long last = page.token().map(token -> ((Number) token).longValue()).orElse(start);
            return Optional.of(last + (records ? page.size() : 1));
        }
    }

    /** Reads the token out of the page, until there is none or a condition says that this was the last. */
    record Cursor(Optional<Expression> size, Expression value, Optional<Expression> stop) implements PageStrategy {
        @Override
        public Optional<Object> next(PageResult page, Variables scope) throws SourceUnavailable {
            Variables seen = scope.with("page_size", pageSize(scope).orElse(null));
            if (stop.isPresent() && stop.get().holds(seen)) {
                return Optional.empty();
            }
            Object token = value.value(seen);
            return isNothing(token) ? Optional.empty() : Optional.ofNullable(token);
        }

        @Override
        public boolean tokensLast() {
            return true;
        }

        private static boolean isNothing(@Nullable Object token) {
            return token == null
                    || token.equals("")
                    || token.equals(false)
                    || (token instanceof Number number && number.doubleValue() == 0)
                    || (token instanceof Collection<?> list && list.isEmpty())
                    || (token instanceof Map<?, ?> map && map.isEmpty());
        }
    }
}
