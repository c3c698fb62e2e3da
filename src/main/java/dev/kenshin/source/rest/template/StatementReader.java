package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.template.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a template as a whole: plain text, outputs, and the statements {@code if}, {@code for}, {@code set}, {@code with}. */
final class StatementReader {
    private static final int DEEPEST = 50;

    private final Tokens tokens;
    private final ExpressionReader expressions;
    private final Set<String> assigned = new HashSet<>(Set.of("loop"));
    private int depth;

    StatementReader(List<Token> tokens) {
        this.tokens = new Tokens(tokens);
        this.expressions = new ExpressionReader(this.tokens);
    }

    List<Statement> template() {
        List<Statement> all = block(Set.of());
        if (!tokens.peek().is(Kind.END)) {
            throw Mistake.unexpected(tokens.peek());
        }
        return all;
    }

    /** The names that the template uses and nowhere sets. */
    Set<String> free() {
        Set<String> free = new HashSet<>(expressions.names());
        free.removeAll(assigned);
        free.removeIf(name -> Functions.named(name).isPresent());
        return free;
    }

    /** Everything up to a statement of one of these names, which is not taken. */
    private List<Statement> block(Set<String> ends) {
        if (++depth > DEEPEST) {
            throw new Mistake("文が深すぎます。", "Statements are nested too deeply.");
        }
        List<Statement> block = new ArrayList<>();
        while (!tokens.peek().is(Kind.END) && !atStatement(ends)) {
            block.add(statement());
        }
        depth--;
        return block;
    }

    private boolean atStatement(Set<String> names) {
        return tokens.peek().is(Kind.BEGIN_STATEMENT)
                && names.contains(tokens.peek(1).text());
    }

    private Statement statement() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case TEXT -> (frame, out) -> out.write(token.text());
            case BEGIN_OUTPUT -> output();
            case BEGIN_STATEMENT -> named(tokens.expect(Kind.NAME));
            default -> throw Mistake.unexpected(token);
        };
    }

    private Statement output() {
        Expression value = expressions.expressions();
        tokens.expect(Kind.END_OUTPUT);
        return new Written(value);
    }

    private Statement named(String name) {
        return switch (name) {
            case "if" -> condition();
            case "for" -> loop();
            case "set" -> assignment();
            case "with" -> scope();
            default -> throw Mistake.unknown("文", "statement", name);
        };
    }

    private Statement condition() {
        Expression condition = expressions.expressions();
        endOfHead();
        List<Statement> then = block(Set.of("elif", "else", "endif"));
        List<Statement> otherwise = otherwise();
        return (frame, out) -> render(Truth.of(condition.value(frame)) ? then : otherwise, frame, out);
    }

    private List<Statement> otherwise() {
        tokens.expect(Kind.BEGIN_STATEMENT);
        if (tokens.takeName("elif")) {
            return List.of(condition());
        }
        List<Statement> otherwise = List.of();
        if (tokens.takeName("else")) {
            endOfHead();
            otherwise = block(Set.of("endif"));
            tokens.expect(Kind.BEGIN_STATEMENT);
        }
        end("endif");
        return otherwise;
    }

    private Statement loop() {
        List<String> targets = targets();
        tokens.expectName("in");
        Expression items = expressions.or();
        Optional<Expression> condition =
                tokens.takeName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        endOfHead();
        List<Statement> body = block(Set.of("else", "endfor"));
        tokens.expect(Kind.BEGIN_STATEMENT);
        List<Statement> otherwise = tokens.takeName("else") ? elseOfLoop() : List.of();
        end("endfor");
        return new Loop(targets, expressions.names().contains("loop"), items, condition, body, otherwise);
    }

    private List<Statement> elseOfLoop() {
        endOfHead();
        List<Statement> otherwise = block(Set.of("endfor"));
        tokens.expect(Kind.BEGIN_STATEMENT);
        return otherwise;
    }

    private List<String> targets() {
        List<String> targets = new ArrayList<>();
        boolean brackets = tokens.takeOperator("(");
        do {
            targets.add(tokens.expect(Kind.NAME));
        } while (tokens.takeOperator(","));
        if (brackets) {
            tokens.expectOperator(")");
        }
        assigned.addAll(targets);
        return targets;
    }

    private Statement assignment() {
        if (tokens.peek(1).isOperator(".")) {
            return assignmentWithin();
        }
        List<String> targets = targets();
        if (tokens.takeOperator("=")) {
            Expression value = expressions.expressions();
            tokens.expect(Kind.END_STATEMENT);
            return (frame, out) -> Loop.assign(targets, value.value(frame), frame);
        }
        tokens.expect(Kind.END_STATEMENT);
        List<Statement> body = body("endset");
        return (frame, out) -> {
            Output text = new Output();
            render(body, frame, text);
            Loop.assign(targets, text.toString(), frame);
        };
    }

    private Statement assignmentWithin() {
        String name = tokens.take().text();
        Expression owner = expressions.name(name);
        tokens.expectOperator(".");
        String member = tokens.expect(Kind.NAME);
        tokens.expectOperator("=");
        Expression value = expressions.expressions();
        tokens.expect(Kind.END_STATEMENT);
        return (frame, out) -> {
            if (!(owner.value(frame) instanceof Namespace namespace)) {
                throw PythonError.unsuitable("set", name);
            }
            namespace.values().put(member, value.value(frame));
        };
    }

    private Statement scope() {
        List<Statement> assignments = new ArrayList<>();
        while (tokens.peek().is(Kind.NAME)) {
            String name = targets().get(0);
            tokens.expectOperator("=");
            Expression value = expressions.expression();
            assignments.add((frame, out) -> frame.set(name, value.value(frame)));
            tokens.takeOperator(",");
        }
        tokens.expect(Kind.END_STATEMENT);
        assignments.addAll(body("endwith"));
        return (frame, out) -> render(assignments, frame.inner(), out);
    }

    private List<Statement> body(String endName) {
        List<Statement> body = block(Set.of(endName));
        tokens.expect(Kind.BEGIN_STATEMENT);
        end(endName);
        return body;
    }

    /** Jinja lets a colon stand there, as in Python. */
    private void endOfHead() {
        tokens.takeOperator(":");
        tokens.expect(Kind.END_STATEMENT);
    }

    private void end(String name) {
        tokens.expectName(name);
        tokens.expect(Kind.END_STATEMENT);
    }

    static void render(List<Statement> block, Frame frame, Output out) {
        block.forEach(statement -> statement.render(frame, out));
    }

    /** What stands in {@code {{ }}}. */
    record Written(Expression value) implements Statement {
        @Override
        public void render(Frame frame, Output out) {
            out.write(value.value(frame));
        }
    }
}
