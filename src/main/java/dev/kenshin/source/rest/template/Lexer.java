package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Escapes;
import dev.kenshin.source.rest.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into tokens. A bracket that is open keeps {@code }}} from ending the expression. */
final class Lexer {
    private static final Pattern BEGIN = Pattern.compile("\\{([{%#])([-+]?)");
    private static final Pattern RAW = Pattern.compile("\\{%[-+]?\\s*raw\\s*([-+]?)%\\}");
    private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%\\}");
    private static final Pattern TOKEN = Pattern.compile("(?<blank>\\s+)"
            + "|(?<float>\\d[\\d_]*(?:\\.\\d[\\d_]*(?:[eE][-+]?\\d+)?|[eE][-+]?\\d+))"
            + "|(?<integer>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\\d[\\d_]*)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<operator>//|\\*\\*|==|!=|<=|>=|[-+*/%~\\[\\](){}<>=.:|,])");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private boolean trimNext;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String template) {
        // A template's last line break does not belong to what it renders.
        Lexer lexer = new Lexer(template.endsWith("\n") ? template.substring(0, template.length() - 1) : template);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        Matcher begin = BEGIN.matcher(source);
        while (position < source.length()) {
            boolean found = begin.find(position);
            text(source.substring(position, found ? begin.start() : source.length()), found && isMinus(begin.group(2)));
            if (!found) {
                break;
            }
            part(begin);
        }
        add(Kind.END, "", source.length());
    }

    private void part(Matcher begin) {
        position = begin.end();
        switch (begin.group(1)) {
            case "#" -> comment();
            case "{" -> expression(begin, Kind.BEGIN_OUTPUT, Kind.END_OUTPUT, "}}");
            default -> statement(begin);
        }
    }

    private void statement(Matcher begin) {
        Matcher raw = RAW.matcher(source).region(begin.start(), source.length());
        if (!raw.lookingAt()) {
            expression(begin, Kind.BEGIN_STATEMENT, Kind.END_STATEMENT, "%}");
            return;
        }
        Matcher end = END_RAW.matcher(source);
        if (!end.find(raw.end())) {
            throw new Mistake("raw が閉じていません。", "A raw block is never closed.");
        }
        trimNext = isMinus(raw.group(1));
        text(source.substring(raw.end(), end.start()), isMinus(end.group(1)));
        close(end.end(), isMinus(end.group(2)));
    }

    private void comment() {
        int end = source.indexOf("#}", position);
        if (end < 0) {
            throw new Mistake("コメントが閉じていません。", "A comment is never closed.");
        }
        close(end + 2, source.charAt(end - 1) == '-');
    }

    private void expression(Matcher begin, Kind opening, Kind closing, String end) {
        add(opening, begin.group(), begin.start());
        int open = 0;
        while (open > 0 || !ends(end)) {
            open += Math.max(-open, next());
        }
        boolean trim = source.charAt(position) != end.charAt(0);
        add(closing, end, position);
        close(position + (trim ? 1 : 0) + 2, trim && source.charAt(position) == '-');
    }

    private boolean ends(String end) {
        if (position >= source.length()) {
            throw new Mistake("「%s」がありません。".formatted(end), "A closing '%s' is missing.".formatted(end));
        }
        boolean signed = source.charAt(position) == '-' || source.charAt(position) == '+';
        return source.startsWith(end, signed ? position + 1 : position);
    }

    /** Reads one token: 1 where it opens a bracket, -1 where it closes one. */
    private int next() {
        if (position < source.length() && "'\"".indexOf(source.charAt(position)) >= 0) {
            string(source.charAt(position));
            return 0;
        }
        Matcher matcher = TOKEN.matcher(source).region(position, source.length());
        if (!matcher.lookingAt()) {
            throw Mistake.unexpected(rest());
        }
        if (matcher.group("blank") == null) {
            add(kind(matcher), matcher.group(), position);
        }
        position = matcher.end();
        return "([{".contains(matcher.group()) ? 1 : ")]}".contains(matcher.group()) ? -1 : 0;
    }

    private Token rest() {
        boolean ended = position >= source.length();
        String character = ended ? "" : source.substring(position, source.offsetByCodePoints(position, 1));
        return new Token(ended ? Kind.END : Kind.OPERATOR, character, position);
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("float") != null) {
            return Kind.FLOAT;
        }
        if (matcher.group("integer") != null) {
            return Kind.INTEGER;
        }
        return matcher.group("name") != null ? Kind.NAME : Kind.OPERATOR;
    }

    private void string(char quote) {
        int end = position + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new Mistake("引用符が閉じていません。", "A quote is never closed.");
        }
        add(Kind.STRING, Escapes.resolved(source.substring(position + 1, end)), position);
        position = end + 1;
    }

    private void text(String text, boolean trimEnd) {
        String start = trimNext ? text.stripLeading() : text;
        String trimmed = trimEnd ? start.stripTrailing() : start;
        trimNext = false;
        if (!trimmed.isEmpty()) {
            add(Kind.TEXT, trimmed, position);
        }
    }

    private void close(int end, boolean trim) {
        position = end;
        trimNext = trim;
    }

    private static boolean isMinus(String sign) {
        return sign.equals("-");
    }

    private void add(Kind kind, String text, int at) {
        tokens.add(new Token(kind, text, at));
    }
}
