package dev.kenshin.cli;

import dev.kenshin.job.ComparedAccount;
import dev.kenshin.job.ComparedAccount.State;
import dev.kenshin.job.Comparison;
import dev.kenshin.problem.Language;
import dev.kenshin.publish.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The accounts of a comparison as CSV, one row each, figures unrounded. Text that would be a formula gets an apostrophe. */
final class ComparisonCsv {
    private final Comparison comparison;
    private final Language language;

    ComparisonCsv(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
    }

    String print() {
        List<String> lines = new ArrayList<>();
        lines.add("account_id,name,owner,group_then,group_now,level_then,level_now,health_then,health_now,change,"
                + "arr_then,arr_now,customer_then,customer_now,reason,reason_values,reason_points");
        comparison.accounts().forEach(account -> lines.add(line(account)));
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String line(ComparedAccount account) {
        State then = account.then();
        State now = account.now();
        List<String> cells = new ArrayList<>(List.of(
                cell(account.accountId()),
                cell(account.name()),
                cell(account.owner().orElse("")),
                cell(then.group()),
                cell(now.group()),
                cell(then.level()),
                cell(now.level()),
                cell(then.health()),
                cell(now.health()),
                cell(account.change()),
                cell(OptionalDouble.of(then.arr())),
                cell(OptionalDouble.of(now.arr())),
                String.valueOf(then.customer()),
                String.valueOf(now.customer())));
        cells.add(account.reason().map(why -> cell(why.label().in(language))).orElse(""));
        cells.add(account.reason().map(why -> cell(why.values().in(language))).orElse(""));
        cells.add(account.reason()
                .map(why -> cell(OptionalDouble.of(why.points())))
                .orElse(""));
        return String.join(",", cells);
    }

    static String cell(OptionalDouble number) {
        return number.isPresent() ? AddingUp.plain(number.getAsDouble()) : "";
    }

    static String cell(String text) {
        String safe = text.equals("-") ? text : Formula.defuse(text);
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
