package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Comparison;
import dev.kenshin.source.rest.python.Operators;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Types;
import dev.kenshin.source.rest.python.Undefined;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tests by their names. */
final class Tests {
    private static final Map<String, Test> ALL = Map.ofEntries(
            Map.entry("defined", (value, with) -> !(value instanceof Undefined)),
            Map.entry("undefined", (value, with) -> value instanceof Undefined),
            Map.entry("none", (value, with) -> value == null),
            Map.entry("boolean", (value, with) -> value instanceof Boolean),
            Map.entry("true", (value, with) -> Boolean.TRUE.equals(value)),
            Map.entry("false", (value, with) -> Boolean.FALSE.equals(value)),
            Map.entry("integer", (value, with) -> Types.isWhole(value)),
            Map.entry("float", (value, with) -> Types.isFraction(value)),
            Map.entry("number", (value, with) -> Types.isNumber(value)),
            Map.entry("string", (value, with) -> value instanceof String),
            Map.entry("mapping", (value, with) -> value instanceof Map),
            Map.entry("sequence", (value, with) -> isIterable(value)),
            Map.entry("iterable", (value, with) -> isIterable(value)),
            Map.entry("callable", (value, with) -> value instanceof Function),
            Map.entry("odd", (value, with) -> remainder(value, 2L) == 1),
            Map.entry("even", (value, with) -> remainder(value, 2L) == 0),
            Map.entry("divisibleby", (value, with) -> remainder(value, with.required(0, "num")) == 0),
            Map.entry("upper", (value, with) -> Casing.isUpper(Printed.text(value))),
            Map.entry("lower", (value, with) -> Casing.isLower(Printed.text(value))),
            Map.entry("in", (value, with) -> Operators.contains(with.required(0, "seq"), value)),
            Map.entry("sameas", (value, with) -> Objects.equals(value, with.required(0, "other"))),
            Map.entry("eq", Tests::equal),
            Map.entry("equalto", Tests::equal),
            Map.entry("==", Tests::equal),
            Map.entry("ne", (value, with) -> !equal(value, with)),
            Map.entry("!=", (value, with) -> !equal(value, with)),
            Map.entry("lt", (value, with) -> compare("<", value, with)),
            Map.entry("lessthan", (value, with) -> compare("<", value, with)),
            Map.entry("<", (value, with) -> compare("<", value, with)),
            Map.entry("le", (value, with) -> compare("<=", value, with)),
            Map.entry("<=", (value, with) -> compare("<=", value, with)),
            Map.entry("gt", (value, with) -> compare(">", value, with)),
            Map.entry("greaterthan", (value, with) -> compare(">", value, with)),
            Map.entry(">", (value, with) -> compare(">", value, with)),
            Map.entry("ge", (value, with) -> compare(">=", value, with)),
            Map.entry(">=", (value, with) -> compare(">=", value, with)));

    private Tests() {}

    static Test named(String name) {
        Test test = ALL.get(name);
        if (test == null) {
            throw Mistake.unknown("テスト", "test", name);
        }
        return test;
    }

    /** Whether a value passes the test that an argument names, or is true where none is named. */
    static boolean passes(@Nullable Object value, Arguments testAndArguments) {
        return testAndArguments.positional().isEmpty()
                ? Truth.of(value)
                : named(testAndArguments.text(0, "test")).holds(value, testAndArguments.after(1));
    }

    private static boolean isIterable(@Nullable Object value) {
        return value instanceof List || value instanceof Map || value instanceof String || value instanceof Undefined;
    }

    private static double remainder(@Nullable Object value, @Nullable Object divisor) {
        return Operators.modulo(value, divisor) instanceof Number rest ? rest.doubleValue() : -1;
    }

    private static boolean equal(@Nullable Object value, Arguments with) {
        return Comparison.equal(value, with.required(0, "other"));
    }

    private static boolean compare(String operator, @Nullable Object value, Arguments with) {
        return Operators.compare(operator, value, with.required(0, "other"));
    }
}
