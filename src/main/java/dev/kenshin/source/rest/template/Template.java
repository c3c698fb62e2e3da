package dev.kenshin.source.rest.template;

import dev.kenshin.problem.Text;
import dev.kenshin.source.rest.python.Literal;
import dev.kenshin.source.rest.python.PythonError;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value of a manifest that may hold expressions. Immutable; a text without any costs nothing to evaluate. */
public final class Template {
    private static final int LONGEST = 100_000;
    private static final Set<String> FALSE = Set.of("False", "false", "{}", "[]", "()", "", "0", "0.0");

    private final String source;
    private final List<Statement> parts;
    private final Set<String> free;
    private final Optional<String> constant;

    private Template(String source, List<Statement> parts, Set<String> free, Optional<String> constant) {
        this.source = source;
        this.parts = parts;
        this.free = free;
        this.constant = constant;
    }

    /**
     * Reads a text, which may hold {@code {{ … }}} and {@code {% … %}}.
     *
     * @throws TemplateProblem if that is not written as it should be
     */
    public static Template of(String text) throws TemplateProblem {
        if (!text.contains("{{") && !text.contains("{%") && !text.contains("{#")) {
            String constant = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            return new Template(text, List.of(), Set.of(), Optional.of(constant));
        }
        if (text.length() > LONGEST) {
            throw new TemplateProblem(text, PythonError.tooMuch().why());
        }
        return attempt(text, () -> read(text));
    }

    /**
     * Finds mistakes before anything is evaluated.
     *
     * @throws TemplateProblem if it refers to a variable that is not among the known ones
     */
    public void expect(Set<String> known) throws TemplateProblem {
        for (String name : free) {
            if (!known.contains(name)) {
                throw new TemplateProblem(source, missing(name).what());
            }
        }
    }

    /** Whether there is nothing to evaluate. */
    public boolean constant() {
        return constant.isPresent();
    }

    /**
     * The rendered text, read as a Python literal where it is one.
     *
     * @return String, Long, BigInteger, Double, Boolean, List, Map (both of such values) or null; empty text where nothing
     *     was rendered; null where something was asked of a value that is undefined, as in {@code record['a']['b']} of a
     *     record without {@code a}
     * @throws TemplateProblem if Python could not evaluate it, or a name is not among the variables
     */
    public @Nullable Object value(Variables scope) throws TemplateProblem {
        if (constant.isPresent()) {
            return Literal.of(constant.get());
        }
        return attempt(source, () -> render(scope).map(Output::value)).orElse(null);
    }

    /** The rendered text, not read as anything; empty where something was asked of a value that is undefined. */
    public String text(Variables scope) throws TemplateProblem {
        return rendered(scope).orElse("");
    }

    /**
     * Whether the value counts as true. False are an empty text or list or map, zero, and the texts {@code False} and
     * {@code false}; None is true, as a value that prints is.
     */
    public boolean holds(Variables scope) throws TemplateProblem {
        Optional<String> rendered = rendered(scope);
        return rendered.isPresent() && !rendered.get().isEmpty() && !isFalse(Literal.of(rendered.get()));
    }

    /** As the manifest has it. */
    @Override
    public String toString() {
        return source;
    }

    private static Template read(String text) {
        if (text.contains("stream_state")) {
            throw new Mistake(
                    "stream_state は使えません。stream_interval を使ってください。",
                    "There is no stream_state any more; use stream_interval.");
        }
        StatementReader reader = new StatementReader(Lexer.tokens(text));
        List<Statement> parts = reader.template();
        return new Template(text, parts, reader.free(), Optional.empty());
    }

    private Optional<String> rendered(Variables scope) throws TemplateProblem {
        return constant.isPresent()
                ? constant
                : attempt(source, () -> render(scope).map(Output::toString));
    }

    /** Empty where something was asked of a value that is not there. */
    private Optional<Output> render(Variables scope) {
        for (String name : free) {
            if (!scope.has(name)) {
                throw missing(name);
            }
        }
        Output out = new Output();
        try {
            StatementReader.render(parts, Frame.of(scope), out);
            return Optional.of(out);
        } catch (PythonError e) {
            if (e.isUndefined()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Mistake missing(String name) {
        return new Mistake("変数「%s」はここにはありません。".formatted(name), "There is no variable '%s' here.".formatted(name));
    }

    private static <T> T attempt(String source, Supplier<T> step) throws TemplateProblem {
        try {
            return step.get();
        } catch (Mistake e) {
            throw new TemplateProblem(source, e.what());
        } catch (PythonError e) {
            throw new TemplateProblem(source, e.why());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new TemplateProblem(source, Text.same(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            throw new TemplateProblem(source, PythonError.tooMuch().why());
        }
    }

    private static boolean isFalse(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() == 0;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value instanceof Map<?, ?> map
                ? map.isEmpty()
                : Boolean.FALSE.equals(value) || (value instanceof String text && FALSE.contains(text));
    }
}
