package dev.kenshin.metric;

import dev.kenshin.config.Sql;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.TreeSet;

/** Says what is wrong with one piece of configured SQL, and where in its file. */
record SqlProblems(Sql sql, Problems problems) {

    void syntax(int offset, String parserSays) {
        add(
                "KEN-M01",
                offset,
                new Text("SQL 式を解釈できません: " + parserSays + "。", "cannot read the SQL: " + parserSays + "."),
                new Text("この位置の前後の式を直してください。", "Mend the expression around this place."));
    }

    void notPlain(int offset, String what) {
        add(
                "KEN-M01",
                offset,
                new Text("SQL 式に「" + what + "」は使えません。", "'" + what + "' cannot be used in SQL here."),
                new Text(
                        "列、関数、演算子、'文字列' だけで書き、コメントは YAML の # で書いてください。",
                        "Use columns, functions, operators and 'texts' only, and write comments with YAML's #."));
    }

    void statement(int offset, String word) {
        add(
                "KEN-M02",
                offset,
                new Text("「" + word + "」で始まる文は使えません。", "a statement ('" + word + "') is not allowed here."),
                new Text("値を計算する式だけを書いてください。", "Write only an expression that computes a value."));
    }

    void onlyInQueries(int offset, String word) {
        add(
                "KEN-M02",
                offset,
                new Text(
                        "式の中に「" + word + "」(副問い合わせやウィンドウ関数)は書けません。",
                        "'" + word + "' (a subquery or window function) is not allowed in an expression."),
                new Text("指標の「sql:」形式で書いてください。", "Write it as a metric of its own in the form 'sql:'."));
    }

    void notOneSelect(int offset) {
        add(
                "KEN-M02",
                offset,
                new Text("「sql:」には SELECT を一つだけ書けます。", "'sql:' takes exactly one SELECT."),
                new Text("select または with で始めてください。", "Begin it with 'select' or 'with'."));
    }

    void recursive(int offset) {
        add(
                "KEN-M02",
                offset,
                new Text("「with recursive」は終わらないことがあるため使えません。", "'with recursive' may never end and is not allowed."),
                new Text("再帰を使わない SELECT にしてください。", "Write a SELECT without recursion."));
    }

    void unknownColumn(String column, Scope scope) {
        int offset = offsetOf(column);
        add(
                "KEN-M03",
                offset,
                new Text(
                        "「" + column + "」という列は" + scope.name().ja() + "にありません。",
                        "unknown column '" + column + "' of " + scope.name().en() + "."),
                Suggestion.among(column, scope.columns()));
    }

    void qualified(int offset, String name) {
        add(
                "KEN-M03",
                offset,
                new Text("列名「" + name + "」に表の名前を付けることはできません。", "'" + name + "' is written with a table's name."),
                new Text("列名だけを書いてください。", "Write the column's name alone."));
    }

    void unknownFunction(int offset, String function, Collection<String> allowed) {
        add(
                "KEN-M04",
                offset,
                new Text("関数「" + function + "」は使えません。", "function '" + function + "' is not available."),
                Suggestion.among(function, new TreeSet<>(allowed)));
    }

    void clock(int offset, String word) {
        add(
                "KEN-M04",
                offset,
                new Text("「" + word + "」は実行時刻に左右されるため使えません。", "'" + word + "' depends on when the night runs."),
                new Text("基準日「as_of」を使ってください。", "Use the as-of date 'as_of'."));
    }

    void needsAggregate() {
        add(
                "KEN-M05",
                0,
                new Text("集計関数がありません。", "there is no aggregate function."),
                new Text(
                        "count(*)、sum(列) などで、顧客ごとに一つの値にしてください。",
                        "Make it one value an account, with count(*), sum(column) or the like."));
    }

    void aggregateNotAllowed(String function) {
        add(
                "KEN-M06",
                offsetOf(function),
                new Text("ここでは集計関数「" + function + "」は使えません。", "aggregate '" + function + "' cannot be used here."),
                new Text(
                        "「from:」を持つ指標の「value:」で集計してください。",
                        "Aggregate in the 'value:' of a metric that has a 'from:'."));
    }

    void unknownTable(String table, Collection<String> tables) {
        int dot = table.lastIndexOf('.');
        add(
                "KEN-M07",
                offsetOf(table.substring(0, dot < 0 ? table.length() : table.indexOf('.'))),
                new Text("表「" + table + "」はありません。", "there is no table '" + table + "'."),
                Suggestion.among(table.substring(dot + 1), tables));
    }

    void rejected(String databaseSays) {
        add(
                "KEN-M13",
                0,
                new Text("データベースがこの式を受け付けません: " + databaseSays, "the database does not accept this: " + databaseSays),
                new Text("列の型と関数の引数を確かめてください。", "Check the columns' types and the functions' arguments."));
    }

    void add(String code, int offset, Text message, Text fix) {
        problems.error(code, at(offset), message, fix);
    }

    /**
     * Where the character lies in the file: exactly on the SQL's first line, by its line on the others, whose
     * indentation is not known.
     */
    Location at(int offset) {
        if (!(sql.at() instanceof Location.InText start) || start.line() == 0) {
            return sql.at();
        }
        int line = (int)
                sql.text().substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = line == 0 && start.column() > 0 ? start.column() + offset : 0;
        return new Location.InText(start.file(), start.line() + line, column);
    }

    /** Where a name stands; the beginning where it is written in a way that cannot be found. */
    private int offsetOf(String name) {
        try {
            return Lexer.tokens(sql.text()).stream()
                    .filter(token -> token.isName() && Words.fold(token.text()).equals(Words.fold(name)))
                    .findFirst()
                    .map(Token::offset)
                    .orElse(0);
        } catch (Lexer.NotPlainSql e) {
            return 0;
        }
    }
}
