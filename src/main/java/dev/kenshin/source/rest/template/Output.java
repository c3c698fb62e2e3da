package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Literal;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Reread;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a template has written so far, up to ten million characters. A list or map that nothing else follows is not printed
 * if it shall only be read again.
 */
final class Output {
    private static final int LONGEST = 10_000_000;

    private final StringBuilder text = new StringBuilder();
    private Optional<Object> unprinted = Optional.empty();

    void write(@Nullable Object value) {
        if (text.isEmpty() && unprinted.isEmpty()) {
            unprinted = Reread.of(value);
            if (unprinted.isPresent()) {
                return;
            }
        }
        print();
        append(value);
    }

    /** The text, read as a Python literal where it is one. */
    @Nullable
    Object value() {
        return unprinted.isPresent() ? unprinted.get() : Literal.of(toString());
    }

    @Override
    public String toString() {
        print();
        return text.toString();
    }

    private void print() {
        unprinted.ifPresent(this::append);
        unprinted = Optional.empty();
    }

    private void append(@Nullable Object value) {
        text.append(Printed.text(value));
        if (text.length() > LONGEST) {
            throw PythonError.tooMuch();
        }
    }
}
