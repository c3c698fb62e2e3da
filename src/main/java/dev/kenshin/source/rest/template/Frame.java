package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Undefined;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that are known at a place of a template while it is evaluated, and how much work is still allowed. */
final class Frame {
    private final Variables variables;
    private final Optional<Frame> outer;
    private final Budget budget;
    private final Map<String, @Nullable Object> own = new HashMap<>();

    private Frame(Variables variables, Optional<Frame> outer, Budget budget) {
        this.variables = variables;
        this.outer = outer;
        this.budget = budget;
    }

    static Frame of(Variables variables) {
        return new Frame(variables, Optional.empty(), new Budget());
    }

    /** For the body of a loop: what is set there is forgotten afterwards. */
    Frame inner() {
        return new Frame(variables, Optional.of(this), budget);
    }

    void set(String name, @Nullable Object value) {
        own.put(name, value);
    }

    @Nullable
    Object get(String name) {
        Object value = own.get(name);
        if (value != null || own.containsKey(name)) {
            return value;
        }
        if (outer.isPresent()) {
            return outer.get().get(name);
        }
        return variables.has(name)
                ? variables.get(name)
                : Functions.named(name).map(Object.class::cast).orElseGet(() -> new Undefined("'" + name + "'"));
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock().withZone(ZoneOffset.UTC));
    }

    Clock clock() {
        return variables.clock();
    }

    /** To be called for every step whose number depends on data. */
    void step() {
        if (--budget.left < 0) {
            throw PythonError.tooMuch();
        }
    }

    private static final class Budget {
        private int left = 1_000_000;
    }
}
