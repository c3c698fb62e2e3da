package dev.kenshin.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Cuts SQL into tokens, because the parser keeps no positions. It knows only a plain subset of SQL (no comments, no
 * prefixed or dollar-quoted strings, no placeholders), so that it and the parser cannot read the same text differently.
 */
final class Lexer {
    private static final String SYMBOLS = "()+-*/%<>=!|,.:";
    private static final Set<String> BEFORE_STRING = Set.of("date", "timestamp", "interval");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws NotPlainSql {
        Lexer lexer = new Lexer(text);
        while (lexer.skipBlanks()) {
            lexer.read(text.charAt(lexer.next));
        }
        return lexer.tokens;
    }

    /** The text holds something that the subset does not know. */
    static final class NotPlainSql extends Exception {
        final transient int offset;

        NotPlainSql(String what, int offset) {
            super(what);
            this.offset = offset;
        }
    }

    private boolean skipBlanks() {
        next = end(Character::isWhitespace);
        return next < text.length();
    }

    private void read(char first) throws NotPlainSql {
        if (Character.isLetter(first) || first == '_') {
            add(Token.Kind.WORD, end(c -> Character.isLetterOrDigit(c) || c == '_'));
        } else if (Character.isDigit(first)) {
            add(Token.Kind.NUMBER, end(c -> Character.isDigit(c) || c == '.'));
        } else if (first == '\'' || first == '"') {
            readQuoted(first);
        } else {
            readSymbol(first);
        }
    }

    private void readQuoted(char quote) throws NotPlainSql {
        int start = next;
        if (quote == '\'' && followsWord()) {
            throw new NotPlainSql("'", start);
        }
        int end = closing(quote, start + 1);
        if (quote == '"') {
            tokens.add(new Token(
                    Token.Kind.QUOTED_NAME, text.substring(start + 1, end).replace("\"\"", "\""), start));
        } else {
            tokens.add(new Token(Token.Kind.STRING, text.substring(start, end + 1), start));
        }
        next = end + 1;
    }

    /** As in {@code e'…'}, where the parser would give backslashes a meaning. */
    private boolean followsWord() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() == Token.Kind.WORD
                && last.offset() + last.text().length() == next
                && !BEFORE_STRING.contains(Words.fold(last.text()));
    }

    private int closing(char quote, int from) throws NotPlainSql {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
                    return i;
                }
                i++;
            }
        }
        throw new NotPlainSql(String.valueOf(quote), from - 1);
    }

    private void readSymbol(char first) throws NotPlainSql {
        boolean comment = text.startsWith("--", next) || text.startsWith("/*", next);
        boolean loneColon = first == ':' && !text.startsWith("::", next);
        if (comment || loneColon || SYMBOLS.indexOf(first) < 0) {
            throw new NotPlainSql(text.substring(next, comment ? next + 2 : next + 1), next);
        }
        add(Token.Kind.SYMBOL, first == ':' ? next + 2 : next + 1);
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(next, end), next));
        next = end;
    }

    private int end(IntPredicate belongs) {
        int end = next;
        while (end < text.length() && belongs.test(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
