package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Literal;
import dev.kenshin.source.rest.python.Tuple;
import dev.kenshin.source.rest.template.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: literals, names, brackets, and the keys, calls, filters and tests after them. */
final class OperandReader {
    private static final Set<Kind> BEGINS_ARGUMENT = Set.of(Kind.NAME, Kind.STRING, Kind.INTEGER, Kind.FLOAT);
    private static final Set<String> FOLLOWS_TEST = Set.of("else", "or", "and", "if", "is", "in", "not");

    private final Tokens tokens;
    private final ExpressionReader expressions;

    OperandReader(Tokens tokens, ExpressionReader expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression primary() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case NAME -> named(token);
            case STRING -> Expression.constant(strings(token.text()));
            case INTEGER, FLOAT -> number(token);
            case OPERATOR -> bracket(token);
            default -> throw Mistake.unexpected(token);
        };
    }

    /** What follows an operand: keys and calls, and after these filters and tests. */
    Expression rest(Expression operand, boolean filtered) {
        Expression value = operand;
        while (true) {
            Optional<Expression> more = filtered ? filterOrTest(value) : Optional.empty();
            if (more.isEmpty()) {
                more = keyOrCall(value);
            }
            if (more.isEmpty()) {
                return value;
            }
            value = more.get();
        }
    }

    static Expression tuple(List<Expression> items) {
        Listed list = new Listed(items);
        return frame -> new Tuple(list.value(frame));
    }

    private Expression named(Token token) {
        return switch (token.text()) {
            case "true", "True" -> Expression.constant(true);
            case "false", "False" -> Expression.constant(false);
            case "none", "None" -> Expression.constant(null);
            case "if", "else", "and", "or", "not", "in", "is" -> throw Mistake.unexpected(token);
            default -> expressions.name(token.text());
        };
    }

    private String strings(String first) {
        StringBuilder all = new StringBuilder(first);
        while (tokens.peek().is(Kind.STRING)) {
            all.append(tokens.take().text());
        }
        return all.toString();
    }

    private static Expression number(Token token) {
        Object value = Literal.of(token.text());
        if (!(value instanceof Number)) {
            throw Mistake.unexpected(token);
        }
        return Expression.constant(value);
    }

    private Expression bracket(Token token) {
        return switch (token.text()) {
            case "(" -> parentheses();
            case "[" -> list();
            case "{" -> map();
            default -> throw Mistake.unexpected(token);
        };
    }

    private Expression parentheses() {
        if (tokens.takeOperator(")")) {
            return Expression.constant(Tuple.of());
        }
        Expression first = expressions.expression();
        if (tokens.takeOperator(")")) {
            return first;
        }
        tokens.expectOperator(",");
        List<Expression> items = new ArrayList<>(List.of(first));
        items.addAll(items(")"));
        return tuple(items);
    }

    private Expression list() {
        return new Listed(items("]"));
    }

    private List<Expression> items(String close) {
        List<Expression> items = new ArrayList<>();
        while (!tokens.takeOperator(close)) {
            items.add(expressions.expression());
            separator(close);
        }
        return items;
    }

    private Expression map() {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!tokens.takeOperator("}")) {
            Expression key = expressions.expression();
            tokens.expectOperator(":");
            entries.put(key, expressions.expression());
            separator("}");
        }
        return frame -> {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            entries.forEach((key, value) -> map.put(key.value(frame), value.value(frame)));
            return map;
        };
    }

    private void separator(String close) {
        if (!tokens.takeOperator(",") && !tokens.peek().isOperator(close)) {
            throw Mistake.unexpected(tokens.peek());
        }
    }

    private Optional<Expression> keyOrCall(Expression value) {
        if (tokens.takeOperator(".")) {
            return Optional.of(attribute(value));
        }
        if (tokens.takeOperator("[")) {
            return Optional.of(subscript(value));
        }
        return tokens.peek().isOperator("(") ? Optional.of(call(value)) : Optional.empty();
    }

    private Expression attribute(Expression value) {
        Token key = tokens.take();
        if (key.is(Kind.NAME)) {
            return frame -> Members.attribute(value.value(frame), key.text());
        }
        if (!key.is(Kind.INTEGER)) {
            throw Mistake.unexpected(key);
        }
        Object index = Literal.of(key.text());
        return frame -> Members.item(value.value(frame), index);
    }

    private Expression subscript(Expression value) {
        Optional<Expression> start = bound();
        if (tokens.takeOperator("]") && start.isPresent()) {
            Expression key = start.get();
            return frame -> Members.item(value.value(frame), key.value(frame));
        }
        tokens.expectOperator(":");
        Optional<Expression> end = bound();
        Optional<Expression> step = tokens.takeOperator(":") ? bound() : Optional.empty();
        tokens.expectOperator("]");
        return frame -> Slice.of(value.value(frame), number(start, frame), number(end, frame), number(step, frame));
    }

    private Optional<Expression> bound() {
        boolean open = tokens.peek().isOperator(":") || tokens.peek().isOperator("]");
        return open ? Optional.empty() : Optional.of(expressions.expression());
    }

    private static @Nullable Object number(Optional<Expression> bound, Frame frame) {
        return bound.isPresent() ? bound.get().value(frame) : null;
    }

    private Expression call(Expression callee) {
        ArgumentList arguments = arguments();
        return frame -> Members.call(callee.value(frame), arguments.values(frame), frame);
    }

    private Optional<Expression> filterOrTest(Expression value) {
        if (tokens.takeOperator("|")) {
            return Optional.of(filter(value));
        }
        return tokens.takeName("is") ? Optional.of(test(value)) : Optional.empty();
    }

    private Expression filter(Expression value) {
        Filter filter = Filters.named(tokens.expect(Kind.NAME));
        ArgumentList arguments = tokens.peek().isOperator("(") ? arguments() : ArgumentList.NONE;
        return frame -> filter.apply(value.value(frame), arguments.values(frame), frame);
    }

    private Expression test(Expression value) {
        boolean denied = tokens.takeName("not");
        Test test = Tests.named(tokens.expect(Kind.NAME));
        ArgumentList arguments = testArguments();
        return frame -> test.holds(value.value(frame), arguments.values(frame)) != denied;
    }

    /** {@code is divisibleby(3)}, or {@code is divisibleby 3}. */
    private ArgumentList testArguments() {
        if (tokens.peek().isOperator("(")) {
            return arguments();
        }
        Token next = tokens.peek();
        boolean follows = BEGINS_ARGUMENT.contains(next.kind()) || next.isOperator("[") || next.isOperator("{");
        if (!follows || (next.is(Kind.NAME) && FOLLOWS_TEST.contains(next.text()))) {
            return ArgumentList.NONE;
        }
        Expression only = primary();
        for (Optional<Expression> more = keyOrCall(only); more.isPresent(); more = keyOrCall(only)) {
            only = more.get();
        }
        return ArgumentList.of(only);
    }

    private ArgumentList arguments() {
        tokens.expectOperator("(");
        ArgumentList arguments = new ArgumentList(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        while (!tokens.takeOperator(")")) {
            argument(arguments);
            separator(")");
        }
        return arguments;
    }

    private void argument(ArgumentList arguments) {
        if (tokens.takeOperator("**")) {
            arguments.maps().add(expressions.expression());
        } else if (tokens.peek().is(Kind.NAME) && tokens.peek(1).isOperator("=")) {
            String name = tokens.take().text();
            tokens.take();
            arguments.named().put(name, expressions.expression());
        } else {
            boolean spread = tokens.takeOperator("*");
            arguments.positional().add(new ArgumentList.Item(expressions.expression(), spread));
        }
    }
}
