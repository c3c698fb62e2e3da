package dev.kenshin.metric;

import dev.kenshin.config.Reference;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.List;

/** Says what is wrong with the definitions around the SQL. */
record DefinitionProblems(Problems problems) {

    void unknownTime(Reference time, Scope scope) {
        problems.error(
                "KEN-M03",
                time.at(),
                new Text(
                        "「" + time.name() + "」という列は" + scope.name().ja() + "にありません。",
                        "unknown column '" + time.name() + "' of "
                                + scope.name().en() + "."),
                Suggestion.among(time.name(), scope.columns()));
    }

    void noTime(Location at, String table, Collection<String> dates) {
        Text fix = dates.isEmpty()
                ? new Text("期間の指定を外してください。", "Remove the window.")
                : new Text(
                        "「time:」に " + String.join("、", dates) + " のいずれかを指定してください。",
                        "Give 'time:' one of: " + String.join(", ", dates) + ".");
        problems.error(
                "KEN-M14",
                at,
                new Text("表「" + table + "」の日付の列が決まりません。", "table '" + table + "' has no date column to look at."),
                fix);
    }

    void noWindow(Reference metric) {
        problems.error(
                "KEN-M09",
                metric.at(),
                new Text(
                        "指標「" + metric.name() + "」には期間がないため、前の期間と比べられません。",
                        "metric '" + metric.name()
                                + "' has no window, so there is no window before it to compare with."),
                new Text(
                        "「window:」を持つ集計または NPS の指標を指定してください。",
                        "Name a metric that aggregates, or an NPS, with a 'window:'."));
    }

    void cycle(Location at, List<String> cycle) {
        String path = String.join(" → ", cycle);
        problems.error(
                "KEN-M10",
                at,
                new Text("指標の定義が循環しています: " + path + "。", "metrics depend on each other in a circle: " + path + "."),
                new Text("このうち一つの式から参照を外してください。", "Remove one of these references."));
    }

    void nameTaken(Location at, String name) {
        problems.error(
                "KEN-M11",
                at,
                new Text("「" + name + "」は顧客の列の名前です。", "'" + name + "' is the name of a column of the account."),
                new Text("別の名前にしてください。", "Give it another name."));
    }

    void wrongType(Location at, String databaseType) {
        problems.error(
                "KEN-M12",
                at,
                new Text(
                        "値の型が " + databaseType + " です。指標は数値、真偽値、文字列のいずれかです。",
                        "the value is of type " + databaseType + "; a metric is a number, a truth value or a text."),
                new Text(
                        "日付なら as_of - 列 で日数にするなど、数値に変えてください。",
                        "Make it a number; of a date, for example, the days 'as_of - column'."));
    }

    void whenNoneOfText(Location at) {
        problems.error(
                "KEN-M12",
                at,
                new Text("文字列の指標に「when-none」は使えません。", "'when-none' is a number, but the metric is a text."),
                new Text("「when-none」を外してください。", "Remove 'when-none'."));
    }

    void wrongScale(Location at, String metric, boolean text) {
        problems.error(
                "KEN-M12",
                at,
                text
                        ? new Text("指標「" + metric + "」は文字列です。", "metric '" + metric + "' is a text.")
                        : new Text("指標「" + metric + "」は数値です。", "metric '" + metric + "' is a number."),
                text
                        ? new Text("「values:」で点数に変えてください。", "Score it with 'values:'.")
                        : new Text(
                                "「curve:」「bands:」「percentile:」のいずれかで点数に変えてください。",
                                "Score it with 'curve:', 'bands:' or 'percentile:'."));
    }

    void textRate(Location at, String metric, String per) {
        problems.error(
                "KEN-M12",
                at,
                new Text(
                        "「" + metric + "」を「" + per + "」で割れません。どちらかが文字列です。",
                        "'" + metric + "' cannot be divided by '" + per + "': one of the two is a text."),
                new Text("「per:」を外すか、数値の指標を指定してください。", "Remove 'per:', or name metrics that are numbers."));
    }

    void wrongColumns(Location at, Collection<String> columns) {
        String found = String.join(", ", columns);
        problems.error(
                "KEN-M15",
                at,
                new Text("SELECT の列が " + found + " です。", "the SELECT yields: " + found + "."),
                new Text("account_id と value の二列にしてください。", "Make it yield account_id and value."));
    }
}
