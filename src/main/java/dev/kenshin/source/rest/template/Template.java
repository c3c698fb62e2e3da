package dev.kenshin.source.rest.template;

import org.jspecify.annotations.Nullable;

/** A value of a manifest that may hold expressions. Immutable; a text without any costs nothing to evaluate. */
public final class Template {
    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /**
     * Reads a text, which may hold {@code {{ … }}} and {@code {% … %}}.
     *
     * @throws TemplateProblem if that is not written as it should be
     */
    public static Template of(String text) throws TemplateProblem {
        return new Template(text);
    }

    /** Whether there is nothing to evaluate. */
    public boolean constant() {
        return true;
    }

    /**
     * The rendered text, read as a Python literal where it is one: String, Long, BigInteger, Double, Boolean, List, Map or
     * null. A text that refers to something undefined is empty.
     */
    public @Nullable Object value(Variables scope) throws TemplateProblem {
        return text(scope);
    }

    /** The rendered text; empty where it refers to something undefined. */
    public String text(Variables scope) throws TemplateProblem {
        return text;
    }

    /** Whether the value counts as true in the dialect's eyes. */
    public boolean holds(Variables scope) throws TemplateProblem {
        return !text(scope).isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
