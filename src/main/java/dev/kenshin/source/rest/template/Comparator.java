package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Comparison;
import dev.kenshin.source.rest.python.Operators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value is compared with, and how. */
record Comparator(String operator, Expression right) {

    /** A list of constants that something is sought in is made once, as nobody can get at it to change it. */
    static Comparator of(String operator, Expression right) {
        boolean seeking = operator.equals("in") || operator.equals("not in");
        return seeking && right instanceof Listed list && list.isConstant()
                ? new Comparator(operator, Expression.constant(list.constants()))
                : new Comparator(operator, right);
    }

    /** Whether every comparison of a chain holds: {@code 1 < x <= 3}. */
    static boolean all(Expression first, List<Comparator> rest, Frame frame) {
        Object left = first.value(frame);
        for (Comparator next : rest) {
            Object right = next.right.value(frame);
            if (!next.holds(left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private boolean holds(@Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case "==" -> Comparison.equal(left, right);
            case "!=" -> !Comparison.equal(left, right);
            case "in" -> Operators.contains(right, left);
            case "not in" -> !Operators.contains(right, left);
            default -> Operators.compare(operator, left, right);
        };
    }
}
