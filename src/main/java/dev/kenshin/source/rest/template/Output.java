package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import org.jspecify.annotations.Nullable;

/** What a template has written so far, up to ten million characters. */
final class Output {
    private static final int LONGEST = 10_000_000;

    private final StringBuilder text = new StringBuilder();

    void write(@Nullable Object value) {
        text.append(Printed.text(value));
        if (text.length() > LONGEST) {
            throw PythonError.tooMuch();
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
