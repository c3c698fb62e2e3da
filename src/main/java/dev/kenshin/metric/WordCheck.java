package dev.kenshin.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the words of configured SQL: what may not be used is named with its place, before anything is parsed. */
final class WordCheck {
    private final List<Token> tokens;
    private final boolean query;
    private final SqlProblems problems;

    private WordCheck(List<Token> tokens, boolean query, SqlProblems problems) {
        this.tokens = tokens;
        this.query = query;
        this.problems = problems;
    }

    static void check(List<Token> tokens, boolean query, SqlProblems problems) {
        WordCheck check = new WordCheck(tokens, query, problems);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName()) {
                check.checkName(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : null, i);
            }
        }
    }

    private void checkName(Token token, @Nullable Token next, int index) {
        String word = Words.fold(token.text());
        boolean called = next != null && next.is("(");
        if (token.kind() == Token.Kind.WORD && Words.CLOCK.contains(word)) {
            problems.clock(token.offset(), token.text());
        } else if (!query && (word.equals("select") || word.equals("over"))) {
            problems.onlyInQueries(token.offset(), token.text());
        } else if (query && (word.equals("into") || isHiddenWith(token, next, index))) {
            problems.notOneSelect(token.offset());
        } else if (query && index > 0 && word.equals("recursive") && isWith(tokens.get(index - 1))) {
            problems.recursive(token.offset());
        } else if (called || Words.SESSION.contains(word)) {
            checkFunction(token, word, index);
        } else if (!query && next != null && next.is(".")) {
            problems.qualified(token.offset(), token.text());
        }
    }

    private void checkFunction(Token token, String word, int index) {
        boolean structure = token.kind() == Token.Kind.WORD && Words.standsBeforeParenthesis(word);
        boolean namesColumns = query && index > 0 && isWith(tokens.get(index - 1));
        boolean known = Words.functions(query).contains(word) && !afterDot(index);
        if (!structure && !namesColumns && !known) {
            problems.unknownFunction(token.offset(), token.text(), Words.functions(query));
        }
    }

    /** A WITH within the query would give a name a meaning here and another one elsewhere. */
    private boolean isHiddenWith(Token token, @Nullable Token next, int index) {
        boolean ofType = next != null && Words.fold(next.text()).equals("time"); // timestamp with time zone
        return index > 0 && isWith(token) && !ofType;
    }

    /** As in {@code with t(a, b) as (…)}. */
    private static boolean isWith(Token token) {
        return token.kind() == Token.Kind.WORD && Words.fold(token.text()).equals("with");
    }

    /** As in {@code system.main.read_text(…)}. */
    private boolean afterDot(int index) {
        return index > 0 && tokens.get(index - 1).is(".");
    }
}
