package dev.kenshin.sandbox;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition as SOQL and JQL write it: comparisons, {@code in}, {@code is null} and {@code is empty}, joined by
 * {@code and}, {@code or}, {@code not} and parentheses.
 */
final class Condition {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"|'(?<single>(?:[^'\\\\]|\\\\.)*)'|(?<sign>>=|<=|!=|<>|[=<>(),])"
                    + "|(?<word>[^\\s()=<>!,\"']+))");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Set<String> NOTHING = Set.of("null", "empty");
    private static final Set<String> SIGNS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> fields;
    private int next;

    /** @param fields to which those that are named are added */
    Condition(String text, Set<String> fields) {
        this.fields = fields;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!token.find() || token.start() != end) {
                throw unexpected(text.substring(end).strip());
            }
            end = token.end();
            tokens.add(token.group().strip());
        }
    }

    /** @throws IllegalArgumentException naming what is not understood */
    Predicate<Map<String, @Nullable Object>> parsed() {
        Predicate<Map<String, @Nullable Object>> condition = either();
        if (next < tokens.size()) {
            throw unexpected(tokens.get(next));
        }
        return condition;
    }

    private Predicate<Map<String, @Nullable Object>> either() {
        Predicate<Map<String, @Nullable Object>> condition = both();
        while (skip("or")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<Map<String, @Nullable Object>> both() {
        Predicate<Map<String, @Nullable Object>> condition = single();
        while (skip("and")) {
            condition = condition.and(single());
        }
        return condition;
    }

    private Predicate<Map<String, @Nullable Object>> single() {
        if (skip("not")) {
            return single().negate();
        }
        if (skip("(")) {
            Predicate<Map<String, @Nullable Object>> inner = either();
            expect(")");
            return inner;
        }
        String field = take();
        fields.add(field);
        return comparison(field);
    }

    private Predicate<Map<String, @Nullable Object>> comparison(String field) {
        if (skip("is")) {
            boolean absent = !skip("not");
            String word = take();
            if (!NOTHING.contains(word.toLowerCase(Locale.ROOT))) {
                throw unexpected(word);
            }
            return row -> (row.get(field) == null) == absent;
        }
        if (skip("not")) {
            expect("in");
            return among(field, list()).negate();
        }
        if (skip("in")) {
            return among(field, list());
        }
        String sign = take();
        if (!SIGNS.contains(sign)) {
            throw unexpected(sign);
        }
        String token = take();
        if (NOTHING.contains(token.toLowerCase(Locale.ROOT))) {
            return row -> (row.get(field) == null) == sign.equals("=");
        }
        Literal literal = literal(token);
        return row -> holds(row.get(field), sign, literal);
    }

    private List<Literal> list() {
        expect("(");
        List<Literal> values = new ArrayList<>();
        do {
            values.add(literal(take()));
        } while (skip(","));
        expect(")");
        return values;
    }

    private static Predicate<Map<String, @Nullable Object>> among(String field, List<Literal> values) {
        return row -> values.stream().anyMatch(value -> holds(row.get(field), "=", value));
    }

    private static boolean holds(@Nullable Object value, String sign, Literal literal) {
        if (value == null) {
            return sign.equals("!=") || sign.equals("<>");
        }
        int order = compare(value, literal);
        return switch (sign) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order != 0;
        };
    }

    private static int compare(Object value, Literal literal) {
        if (value instanceof Instant moment) {
            return moment.compareTo(literal.moment());
        }
        if (value instanceof LocalDate day) {
            return day.compareTo(literal.day());
        }
        return value instanceof BigDecimal number
                ? number.compareTo(new BigDecimal(literal.text))
                : Texts.of(value).compareToIgnoreCase(literal.text);
    }

    private static Literal literal(String token) {
        boolean quoted = token.startsWith("'") || token.startsWith("\"");
        return new Literal(quoted ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token);
    }

    /** A value in a query; what it means as a moment is found out once. */
    private static final class Literal {
        private final String text;
        private @Nullable Instant moment;

        Literal(String text) {
            this.text = text;
        }

        LocalDate day() {
            try {
                return LocalDate.parse(text.replace('/', '-'));
            } catch (DateTimeException noDay) {
                throw invalid(noDay);
            }
        }

        Instant moment() {
            if (moment == null) {
                try {
                    moment = read();
                } catch (DateTimeException noMoment) {
                    throw invalid(noMoment);
                }
            }
            return moment;
        }

        /** Without an offset it is a time in Tokyo, where the company's people live. */
        private Instant read() {
            if (text.indexOf('T') > 0) {
                return OffsetDateTime.parse(text).toInstant();
            }
            String minute = text.replace('/', '-') + (text.length() == 10 ? " 00:00" : "");
            return LocalDateTime.parse(minute, MINUTE).atZone(CompanyFiles.ZONE).toInstant();
        }

        private IllegalArgumentException invalid(DateTimeException reason) {
            return new IllegalArgumentException("Date value '" + text + "' is invalid.", reason);
        }
    }

    private String take() {
        if (next == tokens.size()) {
            throw unexpected("<EOF>");
        }
        return tokens.get(next++);
    }

    private boolean skip(String word) {
        boolean there = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String word) {
        if (!skip(word)) {
            throw unexpected(take());
        }
    }

    private static IllegalArgumentException unexpected(String token) {
        return new IllegalArgumentException("unexpected token: " + token);
    }
}
