package dev.kenshin.source.rest.template;

import dev.kenshin.problem.Text;

/** A template that is not written as it should be. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text what;

    Mistake(String ja, String en) {
        super(en, null, false, false);
        what = new Text(ja, en);
    }

    static Mistake unexpected(Token token) {
        return token.is(Token.Kind.END)
                ? new Mistake("途中で終わっています。", "It ends too early.")
                : new Mistake(
                        "%d文字目の「%s」はここには書けません。".formatted(token.position() + 1, token.text()),
                        "'%s' cannot stand at character %d.".formatted(token.text(), token.position() + 1));
    }

    static Mistake unknown(String ja, String en, String name) {
        return new Mistake("%s「%s」はありません。".formatted(ja, name), "There is no %s '%s'.".formatted(en, name));
    }

    Text what() {
        return what;
    }
}
