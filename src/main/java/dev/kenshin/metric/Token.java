package dev.kenshin.metric;

/**
 * A piece of SQL text.
 *
 * @param text of a quoted name without the quotes, of everything else as written
 * @param offset of the first character, from 0
 */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    /** A name of a column or function, quoted or not. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
