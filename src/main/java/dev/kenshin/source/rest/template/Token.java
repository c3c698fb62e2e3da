package dev.kenshin.source.rest.template;

/**
 * The smallest part of a template.
 *
 * @param text of TEXT the plain text, of STRING the text without its quotes, of others as written
 * @param position in the template, counted from 0
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        TEXT,
        BEGIN_OUTPUT,
        END_OUTPUT,
        BEGIN_STATEMENT,
        END_STATEMENT,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(Kind wanted, String wantedText) {
        return kind == wanted && text.equals(wantedText);
    }

    boolean isOperator(String operator) {
        return is(Kind.OPERATOR, operator);
    }

    boolean isName(String name) {
        return is(Kind.NAME, name);
    }
}
