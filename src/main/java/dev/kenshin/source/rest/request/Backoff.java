package dev.kenshin.source.rest.request;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.template.Variables;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How long to wait before a call is made again. */
@FunctionalInterface
interface Backoff {
    Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    double LONGEST_SECONDS = 30 * 86_400.0;

    /** Empty where the answer does not say, so that the next strategy decides. */
    Optional<Duration> delay(HttpAnswer answer, int attempt, Variables scope) throws SourceUnavailable;

    /** The longest wait that is worth it; empty for any. */
    default Optional<Duration> longest(Variables scope) throws SourceUnavailable {
        return Optional.empty();
    }

    /** One that would rather have the rest read another time than wait for too long. */
    record Limited(Backoff backoff, Expression longest) implements Backoff {
        @Override
        public Optional<Duration> delay(HttpAnswer answer, int attempt, Variables scope) throws SourceUnavailable {
            return backoff.delay(answer, attempt, scope);
        }

        @Override
        public Optional<Duration> longest(Variables scope) throws SourceUnavailable {
            return seconds(number(longest.text(scope)));
        }
    }

    static Backoff of(Component component) throws Unsupported {
        return switch (component.type()) {
            case "ConstantBackoffStrategy", "ConstantBackoff" -> constant(component);
            case "ExponentialBackoffStrategy", "ExponentialBackoff" -> exponential(component);
            case "WaitTimeFromHeader" -> limited(fromHeader(component), component);
            case "WaitUntilTimeFromHeader" -> limited(untilHeader(component), component);
            default -> throw component.unsupported();
        };
    }

    private static Backoff limited(Backoff backoff, Component component) throws Unsupported {
        Optional<Expression> longest = component.expression("max_waiting_time_in_seconds");
        return longest.isPresent() ? new Limited(backoff, longest.get()) : backoff;
    }

    private static Backoff constant(Component component) throws Unsupported {
        Expression seconds = component.requiredExpression("backoff_time_in_seconds");
        return (answer, attempt, scope) -> seconds(number(seconds.text(scope)));
    }

    private static Backoff exponential(Component component) throws Unsupported {
        Expression factor =
                component.has("factor") ? component.requiredExpression("factor") : component.expression("factor", "5");
        return (answer, attempt, scope) ->
                seconds(OptionalDouble.of(number(factor.text(scope)).orElse(5) * Math.pow(2, Math.min(attempt, 30))));
    }

    private static Backoff fromHeader(Component component) throws Unsupported {
        Expression header = component.requiredExpression("header");
        Optional<Pattern> pattern = pattern(component);
        return (answer, attempt, scope) -> seconds(header(answer, header.text(scope), pattern));
    }

    private static Backoff untilHeader(Component component) throws Unsupported {
        Expression header = component.requiredExpression("header");
        Optional<Pattern> pattern = pattern(component);
        Optional<Expression> least = component.expression("min_wait");
        return (answer, attempt, scope) -> {
            OptionalDouble minimum = least.isPresent() ? number(least.get().text(scope)) : OptionalDouble.empty();
            OptionalDouble until = header(answer, header.text(scope), pattern);
            if (until.isEmpty()) {
                return seconds(minimum);
            }
            double wait = until.getAsDouble() - scope.clock().millis() / 1000.0;
            return wait < 0 && minimum.isEmpty()
                    ? Optional.empty()
                    : seconds(OptionalDouble.of(Math.max(wait, minimum.orElse(0))));
        };
    }

    private static Optional<Pattern> pattern(Component component) throws Unsupported {
        try {
            return component.text("regex").map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw component.unsupported();
        }
    }

    private static OptionalDouble header(HttpAnswer answer, String name, Optional<Pattern> pattern) {
        String value = answer.headers().value(name).orElse("");
        if (pattern.isEmpty()) {
            return number(value.strip());
        }
        Matcher matcher = pattern.get().matcher(value);
        return matcher.lookingAt()
                ? number(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group())
                : OptionalDouble.empty();
    }

    private static OptionalDouble number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    private static Optional<Duration> seconds(OptionalDouble seconds) {
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        (long) (1000 * Math.min(Math.max(seconds.getAsDouble(), 0), LONGEST_SECONDS))));
    }
}
