package dev.kenshin.metric;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions and words that configured SQL may use. What is not listed is refused, whatever the database offers. */
final class Words {
    /** The as-of date, in scope everywhere. */
    static final String AS_OF = "as_of";

    /** Give the same result for the same row, and read nothing but their arguments. */
    static final Set<String> SCALAR = Set.of(
            "abs",
            "cast",
            "ceil",
            "coalesce",
            "concat",
            "contains",
            "date_diff",
            "exp",
            "extract",
            "floor",
            "greatest",
            "least",
            "left",
            "length",
            "ln",
            "lower",
            "mod",
            "nullif",
            "power",
            "regexp_matches",
            "replace",
            "right",
            "round",
            "sign",
            "sqrt",
            "starts_with",
            "substring",
            "trim",
            "try_cast",
            "upper");

    /** Do not depend on the order of the rows. */
    static final Set<String> AGGREGATE = Set.of(
            "avg",
            "bool_and",
            "bool_or",
            "count",
            "max",
            "median",
            "min",
            "stddev_pop",
            "stddev_samp",
            "sum",
            "var_pop",
            "var_samp");

    /** For {@code sql:} queries only. */
    static final Set<String> WINDOW =
            Set.of("dense_rank", "first_value", "lag", "last_value", "lead", "rank", "row_number");

    /** Words and types that a parenthesis may follow without being a function's. */
    private static final Set<String> BEFORE_PARENTHESIS = Set.of(
            "all",
            "and",
            "any",
            "as",
            "between",
            "by",
            "case",
            "decimal",
            "distinct",
            "else",
            "except",
            "exists",
            "filter",
            "from",
            "having",
            "in",
            "intersect",
            "is",
            "join",
            "like",
            "ilike",
            "not",
            "numeric",
            "on",
            "or",
            "over",
            "select",
            "then",
            "union",
            "using",
            "varchar",
            "when",
            "where");

    /** They would let a night's result depend on when it ran. */
    static final Set<String> CLOCK = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "current_localtime",
            "current_localtimestamp",
            "getdate",
            "localtime",
            "localtimestamp",
            "now",
            "sysdate",
            "systimestamp",
            "today");

    /** Session state. */
    static final Set<String> SESSION = Set.of(
            "currentuser",
            "current_catalog",
            "current_database",
            "current_role",
            "current_schema",
            "current_user",
            "session_user");

    /** Words that begin what is not a plain query. */
    static final Set<String> STATEMENT = Set.of(
            "alter",
            "analyze",
            "attach",
            "begin",
            "call",
            "checkpoint",
            "comment",
            "commit",
            "copy",
            "create",
            "delete",
            "describe",
            "detach",
            "drop",
            "execute",
            "explain",
            "export",
            "grant",
            "import",
            "insert",
            "install",
            "load",
            "merge",
            "pragma",
            "prepare",
            "reset",
            "rollback",
            "set",
            "show",
            "summarize",
            "truncate",
            "update",
            "use",
            "vacuum");

    private static final Set<String> IN_EXPRESSIONS = union(SCALAR, AGGREGATE);
    private static final Set<String> IN_QUERIES = union(IN_EXPRESSIONS, WINDOW);

    private Words() {}

    static Set<String> functions(boolean query) {
        return query ? IN_QUERIES : IN_EXPRESSIONS;
    }

    static boolean standsBeforeParenthesis(String word) {
        return BEFORE_PARENTHESIS.contains(word);
    }

    /** SQL names do not distinguish upper and lower case. */
    static String fold(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
