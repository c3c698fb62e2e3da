package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.gate.Gate.Unit;
import dev.kenshin.gate.Outcome;
import dev.kenshin.ops.GateReport;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the quality gates of a run measured. */
record GatePage(Language language) {

    /** How many passed, and how many did not; nothing where there were none. */
    String summary(RunReport report) {
        List<GateReport> gates = report.judged();
        String counts = Arrays.stream(Outcome.values())
                .map(outcome -> count(gates, outcome))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return gates.isEmpty() ? "" : "  " + new Text("品質ゲート: ", "Quality gates: ").in(language) + counts + "\n";
    }

    private String count(List<GateReport> gates, Outcome outcome) {
        long number = gates.stream().filter(gate -> gate.outcome() == outcome).count();
        return number == 0 ? "" : number + " " + words(outcome).in(language);
    }

    /** A line a gate. */
    String of(RunReport report) {
        AlignedTable table =
                new AlignedTable(Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT);
        table.row(
                "  " + new Text("コード", "code").in(language),
                new Text("ゲート", "gate").in(language),
                new Text("対象", "subject").in(language),
                new Text("測定値", "measured").in(language),
                new Text("警告", "warns above").in(language),
                new Text("停止", "blocks above").in(language),
                new Text("結果", "outcome").in(language));
        for (GateReport gate : report.judged()) {
            Unit unit = gate.gate().unit();
            table.row(
                    "  " + gate.gate().code(),
                    gate.gate().word(),
                    gate.subject(),
                    shown(gate.measured(), unit),
                    shown(gate.warnAbove(), unit),
                    shown(gate.blockAbove(), unit),
                    words(gate.outcome()).in(language));
        }
        return table.print();
    }

    private static String shown(@Nullable Double value, Unit unit) {
        if (value == null) {
            return "-";
        }
        return switch (unit) {
            case COUNT -> "%.0f".formatted(value);
            case HOURS -> "%.0fh".formatted(value);
            case INDEX -> String.format(Locale.ROOT, "%.3f", value);
            case POINTS -> String.format(Locale.ROOT, "%.1f", value);
            case RATIO -> String.format(Locale.ROOT, "%.1f%%", value * 100);
        };
    }

    private static Text words(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Text("通過", "passed");
            case WARNED -> new Text("警告", "warned");
            case ACCEPTED -> new Text("受け入れ", "accepted");
            case REFUSED -> new Text("前回のデータを使用", "refused");
            case BLOCKED -> new Text("停止", "blocked");
            case NOT_MEASURED -> new Text("測定なし", "not measured");
        };
    }
}
