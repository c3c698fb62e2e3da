package dev.kenshin.source.rest.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what Python's {@code ast.literal_eval} reads: numbers, texts in quotes, lists, tuples, dicts and three names. */
public final class Literal {
    private static final Pattern NUMBER = Pattern.compile("0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
            + "|(?:\\d(?:_?\\d)*)?\\.\\d(?:_?\\d)*(?:[eE][-+]?\\d+)?"
            + "|\\d(?:_?\\d)*\\.?(?:[eE][-+]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("True|False|None");
    private static final int DEEPEST = 100;
    private static final int MOST_DIGITS = 4300;

    private final String text;
    private int position;
    private int depth;

    private Literal(String text) {
        this.text = text;
    }

    /**
     * The value that the text stands for; the text itself where it is no literal.
     *
     * @return String, Long, BigInteger, Double, Boolean, List, Map or null
     */
    public static @Nullable Object of(String text) {
        if (!mayBeLiteral(text)) {
            return text;
        }
        try {
            return new Literal(text.strip()).whole();
        } catch (NoLiteral no) {
            return text;
        }
    }

    /** Most texts are words, and one look at how they begin tells so. */
    private static boolean mayBeLiteral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char first = text.charAt(i);
            if (first > ' ') {
                return first < 0x80 && (!Character.isLetter(first) || "TFNrRuU".indexOf(first) >= 0);
            }
        }
        return false;
    }

    private @Nullable Object whole() throws NoLiteral {
        Object first = value();
        if (!at(',')) {
            end();
            return first;
        }
        List<@Nullable Object> items = new ArrayList<>();
        items.add(first);
        while (take(',') && position < text.length()) {
            items.add(value());
        }
        end();
        return new Tuple(items);
    }

    private void end() throws NoLiteral {
        blank();
        if (position < text.length()) {
            throw new NoLiteral();
        }
    }

    private @Nullable Object value() throws NoLiteral {
        blank();
        if (position >= text.length() || ++depth > DEEPEST) {
            throw new NoLiteral();
        }
        Object value =
                switch (text.charAt(position)) {
                    case '[' -> list(']');
                    case '(' -> brackets();
                    case '{' -> map();
                    case '-', '+' -> signed();
                    default -> scalar();
                };
        depth--;
        return value;
    }

    private @Nullable Object scalar() throws NoLiteral {
        Optional<String> name = match(NAME);
        if (name.isPresent()) {
            return name.get().equals("None") ? null : (Object) name.get().equals("True");
        }
        return Character.isDigit(text.charAt(position)) || text.charAt(position) == '.' ? number() : strings();
    }

    private Object signed() throws NoLiteral {
        boolean negative = text.charAt(position++) == '-';
        Object value = value();
        if (!(value instanceof Number)) {
            throw new NoLiteral();
        }
        return negative ? Arithmetic.negate(value) : value;
    }

    private Object number() throws NoLiteral {
        String digits = match(NUMBER).orElseThrow(NoLiteral::new).replace("_", "");
        boolean more = position < text.length() && (Character.isLetterOrDigit(text.charAt(position)) || at('.'));
        if (more || digits.length() > MOST_DIGITS) {
            throw new NoLiteral();
        }
        if (digits.matches("0[xXoObB].*")) {
            int radix = "xX".indexOf(digits.charAt(1)) >= 0 ? 16 : "oO".indexOf(digits.charAt(1)) >= 0 ? 8 : 2;
            return Numbers.whole(new BigInteger(digits.substring(2), radix));
        }
        return digits.matches("\\d+") ? whole(digits) : (Object) fraction(digits);
    }

    /** One that is too large stays a text: Python would take it for infinite, which no record means. */
    private static Double fraction(String digits) throws NoLiteral {
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw new NoLiteral();
        }
        return value;
    }

    private static Number whole(String digits) throws NoLiteral {
        if (digits.startsWith("0") && !digits.matches("0+")) {
            throw new NoLiteral();
        }
        return digits.length() < 19 ? (Number) Long.valueOf(digits) : Numbers.whole(new BigInteger(digits));
    }

    /** Texts that follow each other are one. */
    private String strings() throws NoLiteral {
        StringBuilder all = new StringBuilder();
        do {
            StringLiteral literal = StringLiteral.at(text, position).orElseThrow(NoLiteral::new);
            all.append(literal.value());
            position = literal.end();
            blank();
        } while (position < text.length() && "'\"rRuU".indexOf(text.charAt(position)) >= 0);
        return all.toString();
    }

    private Object brackets() throws NoLiteral {
        int start = position;
        List<@Nullable Object> items = list(')');
        boolean tuple =
                items.size() != 1 || text.substring(start, position - 1).strip().endsWith(",");
        return tuple ? new Tuple(items) : single(items.get(0));
    }

    private static Object single(@Nullable Object item) throws NoLiteral {
        if (item == null) {
            throw new NoLiteral();
        }
        return item;
    }

    private List<@Nullable Object> list(char close) throws NoLiteral {
        position++;
        List<@Nullable Object> items = new ArrayList<>();
        while (!take(close)) {
            items.add(value());
            separator(close);
        }
        return items;
    }

    private Map<@Nullable Object, @Nullable Object> map() throws NoLiteral {
        position++;
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        while (!take('}')) {
            Object key = value();
            if (!take(':') || key instanceof Map || (key instanceof List && !(key instanceof Tuple))) {
                throw new NoLiteral(); // a set, for one
            }
            entries.put(key, value());
            separator('}');
        }
        return entries;
    }

    private void separator(char close) throws NoLiteral {
        if (!take(',') && !at(close)) {
            throw new NoLiteral();
        }
    }

    private boolean take(char wanted) {
        boolean there = at(wanted);
        position += there ? 1 : 0;
        return there;
    }

    private boolean at(char wanted) {
        blank();
        return position < text.length() && text.charAt(position) == wanted;
    }

    /** Also comments. By hand, since it is asked for at every turn. */
    private void blank() {
        while (position < text.length() && (isBlank(text.charAt(position)) || text.charAt(position) == '#')) {
            position = text.charAt(position) == '#' ? endOfLine() : position + 1;
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group());
    }

    private static final class NoLiteral extends Exception {
        private static final long serialVersionUID = 1;

        NoLiteral() {
            super(null, null, false, false);
        }
    }
}
