package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.template.Token.Kind;
import java.util.List;

/** The tokens of a template, taken one after the other. */
final class Tokens {
    private final List<Token> tokens;
    private int next;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    boolean takeOperator(String operator) {
        return takeIf(peek().isOperator(operator));
    }

    boolean takeName(String name) {
        return takeIf(peek().isName(name));
    }

    boolean takeIf(boolean wanted) {
        next += wanted ? 1 : 0;
        return wanted;
    }

    void expectOperator(String operator) {
        if (!takeOperator(operator)) {
            throw Mistake.unexpected(peek());
        }
    }

    void expectName(String name) {
        if (!takeName(name)) {
            throw Mistake.unexpected(peek());
        }
    }

    String expect(Kind kind) {
        if (!peek().is(kind)) {
            throw Mistake.unexpected(peek());
        }
        return take().text();
    }
}
