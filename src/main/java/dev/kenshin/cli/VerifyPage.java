package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.example.Difference;
import dev.kenshin.example.ExampleResult;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of the examples: every difference with expected and actual side by side, and the count at the end. */
final class VerifyPage {
    private final Language language;

    VerifyPage(Language language) {
        this.language = language;
    }

    /** A line for each example that ended. */
    String progress(ExampleResult result) {
        String mark = result.passed() ? say("合格  ", "passed") : say("不合格", "FAILED");
        return mark + "  " + result.example().file() + ": " + result.example().name();
    }

    String of(List<ExampleResult> results) {
        StringBuilder page = new StringBuilder();
        results.stream().filter(result -> !result.passed()).forEach(result -> page.append(failure(result)));
        return page.append(count(results)).append('\n').toString();
    }

    private String failure(ExampleResult result) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        table.row("", say("期待", "expected"), say("実際", "actual"), say("場所", "place"));
        Set<String> look = new LinkedHashSet<>();
        for (Difference difference : result.differences()) {
            table.row(
                    "  " + difference.what(),
                    difference.expected(),
                    difference.actual(),
                    difference.at().toString());
            difference.look().forEach(where -> look.add(where.in(language)));
        }
        StringBuilder page = new StringBuilder();
        page.append(result.example().at())
                .append(' ')
                .append(result.example().name())
                .append('\n');
        page.append(table.print());
        look.forEach(where -> page.append("  → ").append(where).append('\n'));
        return page.append('\n').toString();
    }

    private String count(List<ExampleResult> results) {
        long failed = results.stream().filter(result -> !result.passed()).count();
        return failed == 0
                ? say("例 %d件はすべて合格しました。", "All %d examples passed.").formatted(results.size())
                : say("例 %d件のうち %d件が不合格です。", "Of %d examples %d failed.").formatted(results.size(), failed);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
