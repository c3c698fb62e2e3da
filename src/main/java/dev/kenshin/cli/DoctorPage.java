package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.housekeeping.Check;
import dev.kenshin.housekeeping.Check.Mark;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.List;

/** A line a check; below each that is not well, what to do. */
record DoctorPage(Language language) {

    String of(List<Check> checks) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.LEFT);
        checks.forEach(check -> table.row(
                mark(check.mark()), check.about().in(language), check.found().in(language)));
        List<String> lines = table.print().lines().toList();
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < checks.size(); i++) {
            page.append(lines.get(i)).append('\n');
            Check check = checks.get(i);
            check.fix().ifPresent(fix -> page.append("   ")
                    .append(check.code())
                    .append(' ')
                    .append(fix.in(language))
                    .append('\n'));
        }
        return page.append(summary(checks).in(language)).append('\n').toString();
    }

    private static Text summary(List<Check> checks) {
        long wrong = count(checks, Mark.WRONG);
        long look = count(checks, Mark.LOOK);
        return wrong + look == 0
                ? new Text(checks.size() + " 項目、すべて良好です。", checks.size() + " checks; all is well.")
                : new Text(
                        checks.size() + " 項目、誤り " + wrong + " 件、要確認 " + look + " 件。",
                        checks.size() + " checks: " + wrong + " wrong, " + look + " to look at.");
    }

    private static long count(List<Check> checks, Mark mark) {
        return checks.stream().filter(check -> check.mark() == mark).count();
    }

    private static String mark(Mark mark) {
        return switch (mark) {
            case GOOD -> "✓";
            case LOOK -> "!";
            case WRONG -> "✗";
        };
    }
}
