package dev.kenshin.metric;

import dev.kenshin.config.Sql;
import dev.kenshin.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Parser;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.ParserException;

/** Reads configured SQL; what is wrong with it is reported, and the result is then empty. */
final class SqlReader {
    private final Problems problems;

    SqlReader(Problems problems) {
        this.problems = problems;
    }

    /** Parsed SQL and what it consists of. */
    record Read<Q extends QueryPart>(Q part, Parts parts) {}

    /** An expression that aggregates rows of the scope. */
    Optional<Read<Field<?>>> aggregate(Sql sql, Scope scope) {
        Optional<Read<Field<?>>> read = expression(sql, scope, Parser::parseField);
        if (read.isPresent() && read.get().parts().aggregates().isEmpty()) {
            new SqlProblems(sql, problems).needsAggregate();
            return Optional.empty();
        }
        return read;
    }

    /** An expression over one row of the scope. */
    Optional<Read<Field<?>>> scalar(Sql sql, Scope scope) {
        return expression(sql, scope, Parser::parseField).filter(read -> isFreeOfAggregates(sql, read.parts()));
    }

    /** A condition on one row of the scope. */
    Optional<Read<Condition>> condition(Sql sql, Scope scope) {
        return expression(sql, scope, Parser::parseCondition).filter(read -> isFreeOfAggregates(sql, read.parts()));
    }

    /** A SELECT over the tables. Its columns are left to the database to check. */
    Optional<Read<Select<?>>> query(Sql sql, Set<String> tables) {
        return parse(sql, true, Parser::parseSelect).filter(read -> knowsTables(sql, read.parts(), tables));
    }

    private interface Parse<Q> {
        Q parse(Parser parser, String text);
    }

    private <Q extends QueryPart> Optional<Read<Q>> expression(Sql sql, Scope scope, Parse<Q> parse) {
        return parse(sql, false, parse).filter(read -> knowsColumns(sql, read.parts(), scope));
    }

    private <Q extends QueryPart> Optional<Read<Q>> parse(Sql sql, boolean query, Parse<Q> parse) {
        if (sql.text().isBlank()) {
            return Optional.empty(); // the schema has said so
        }
        Problems found = new Problems();
        SqlProblems told = new SqlProblems(sql, found);
        Optional<Q> part = Optional.empty();
        try {
            List<Token> tokens = Lexer.tokens(sql.text());
            WordCheck.check(tokens, query, told);
            if (!found.hasErrors()) {
                part = parse(tokens, query, parse, told);
            }
        } catch (Lexer.NotPlainSql e) {
            told.notPlain(e.offset, String.valueOf(e.getMessage()));
        }
        found.all().forEach(problems::add);
        return part.map(parsed -> new Read<>(parsed, Parts.of(parsed)));
    }

    private static <Q> Optional<Q> parse(List<Token> tokens, boolean query, Parse<Q> parse, SqlProblems told) {
        try {
            return Optional.of(parse.parse(Dialect.parser(), told.sql().text()));
        } catch (ParserException e) {
            Token first = tokens.isEmpty() ? new Token(Token.Kind.SYMBOL, "", 0) : tokens.get(0);
            String word = Words.fold(first.text());
            if (Words.STATEMENT.contains(word)) {
                told.statement(first.offset(), first.text());
            } else if (query && !word.equals("select") && !word.equals("with")) {
                told.notOneSelect(first.offset());
            } else {
                told.syntax(Math.min(e.position(), told.sql().text().length()), expectation(e));
            }
            return Optional.empty();
        }
    }

    /** The parser's message up to where it repeats the text. */
    private static String expectation(ParserException e) {
        String message = String.valueOf(e.getMessage());
        int repeats = message.indexOf(": [");
        return repeats < 0 ? message : message.substring(0, repeats);
    }

    private boolean knowsColumns(Sql sql, Parts parts, Scope scope) {
        List<String> unknown =
                parts.columns().stream().filter(name -> !scope.has(name)).toList();
        unknown.forEach(name -> new SqlProblems(sql, problems).unknownColumn(name, scope));
        return unknown.isEmpty();
    }

    private boolean knowsTables(Sql sql, Parts parts, Set<String> tables) {
        List<String> unknown = parts.tables().stream()
                .filter(name -> !tables.contains(Words.fold(name)))
                .toList();
        unknown.forEach(name -> new SqlProblems(sql, problems).unknownTable(name, tables));
        return unknown.isEmpty();
    }

    private boolean isFreeOfAggregates(Sql sql, Parts parts) {
        for (AggregateFunction<?> aggregate : parts.aggregates()) {
            new SqlProblems(sql, problems).aggregateNotAllowed(aggregate.getName());
        }
        return parts.aggregates().isEmpty();
    }
}
