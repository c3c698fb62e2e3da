package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Arithmetic;
import dev.kenshin.source.rest.python.Operators;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Undefined;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads expressions, from those that bind least to those that bind most. */
final class ExpressionReader {
    private static final int DEEPEST = 60;

    private final Tokens tokens;
    private final Set<String> names = new HashSet<>();
    private final OperandReader operands;
    private int depth;

    ExpressionReader(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandReader(tokens, this);
    }

    /** All names that were read so far. */
    Set<String> names() {
        return names;
    }

    Expression name(String name) {
        names.add(name);
        return frame -> frame.get(name);
    }

    Expression expression() {
        if (++depth > DEEPEST) {
            throw new Mistake("括弧が深すぎます。", "It is nested too deeply.");
        }
        Expression value = or();
        while (tokens.takeName("if")) {
            value = conditional(value);
        }
        depth--;
        return value;
    }

    /** An expression, or several with commas between, which make a tuple. */
    Expression expressions() {
        Expression first = expression();
        if (!tokens.peek().isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.takeOperator(",") && !ends(tokens.peek())) {
            items.add(expression());
        }
        return OperandReader.tuple(items);
    }

    private static boolean ends(Token token) {
        return token.is(Token.Kind.END_STATEMENT) || token.is(Token.Kind.END_OUTPUT);
    }

    /** Without {@code x if y}, for the list of a loop, whose own condition begins so. */
    Expression or() {
        Expression left = and();
        while (tokens.takeName("or")) {
            Expression first = left;
            Expression second = and();
            left = frame -> {
                Object value = first.value(frame);
                return Truth.of(value) ? value : second.value(frame);
            };
        }
        return left;
    }

    private Expression conditional(Expression then) {
        Expression condition = or();
        Optional<Expression> otherwise = tokens.takeName("else") ? Optional.of(expression()) : Optional.empty();
        return frame -> Truth.of(condition.value(frame))
                ? then.value(frame)
                : otherwise.isPresent() ? otherwise.get().value(frame) : new Undefined("else");
    }

    private Expression and() {
        Expression left = not();
        while (tokens.takeName("and")) {
            Expression first = left;
            Expression second = not();
            left = frame -> {
                Object value = first.value(frame);
                return Truth.of(value) ? second.value(frame) : value;
            };
        }
        return left;
    }

    private Expression not() {
        if (!tokens.peek().isName("not")) {
            return comparison();
        }
        tokens.take();
        Expression denied = not();
        return frame -> !Truth.of(denied.value(frame));
    }

    private Expression comparison() {
        Expression first = sum();
        List<Comparator> rest = new ArrayList<>();
        for (Optional<String> operator = comparing(); operator.isPresent(); operator = comparing()) {
            rest.add(Comparator.of(operator.get(), sum()));
        }
        return rest.isEmpty() ? first : frame -> Comparator.all(first, rest, frame);
    }

    private Optional<String> comparing() {
        if (tokens.peek().isName("not") && tokens.peek(1).isName("in")) {
            tokens.take();
            tokens.take();
            return Optional.of("not in");
        }
        Token next = tokens.peek();
        boolean compares = next.isName("in")
                || (next.is(Token.Kind.OPERATOR)
                        && Set.of("==", "!=", "<", "<=", ">", ">=").contains(next.text()));
        return compares ? Optional.of(tokens.take().text()) : Optional.empty();
    }

    private Expression sum() {
        Expression left = concatenation();
        while (tokens.peek().isOperator("+") || tokens.peek().isOperator("-")) {
            left = tokens.take().text().equals("+")
                    ? binary(left, concatenation(), Operators::add)
                    : binary(left, concatenation(), Operators::subtract);
        }
        return left;
    }

    private Expression concatenation() {
        Expression left = product();
        while (tokens.takeOperator("~")) {
            left = binary(left, product(), (one, other) -> Operators.add(Printed.text(one), Printed.text(other)));
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (true) {
            if (tokens.takeOperator("*")) {
                left = binary(left, power(), Operators::multiply);
            } else if (tokens.takeOperator("/")) {
                left = binary(left, power(), Operators::divide);
            } else if (tokens.takeOperator("//")) {
                left = binary(left, power(), Arithmetic::floorDivide);
            } else if (tokens.takeOperator("%")) {
                left = binary(left, power(), Operators::modulo);
            } else {
                return left;
            }
        }
    }

    private Expression power() {
        Expression left = unary(true);
        while (tokens.takeOperator("**")) {
            left = binary(left, unary(true), Arithmetic::power);
        }
        return left;
    }

    private Expression unary(boolean filtered) {
        if (tokens.takeOperator("-")) {
            return operands.rest(signed(() -> unary(false), Arithmetic::negate), filtered);
        }
        if (tokens.takeOperator("+")) {
            return operands.rest(signed(() -> unary(false), value -> Arithmetic.number("+", value)), filtered);
        }
        return operands.rest(operands.primary(), filtered);
    }

    private Expression signed(
            Supplier<Expression> operand, java.util.function.Function<@Nullable Object, Object> operator) {
        if (++depth > DEEPEST) {
            throw new Mistake("符号が多すぎます。", "There are too many signs.");
        }
        Expression inner = operand.get();
        depth--;
        return frame -> operator.apply(inner.value(frame));
    }

    private static Expression binary(Expression left, Expression right, BinaryOperator<@Nullable Object> operator) {
        return frame -> operator.apply(left.value(frame), right.value(frame));
    }
}
