package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Finding;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Severity;
import dev.kenshin.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of a run as a colleague would: what happened, what to look at, what to do. */
final class RunSummary {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** Each takes two lines. */
    private static final int ON_A_SCREEN = 8;

    private final Language language;
    private final Home home;

    RunSummary(Language language, Home home) {
        this.language = language;
        this.home = home;
    }

    String of(RunReport report) {
        StringBuilder note = new StringBuilder(headline(report)).append('\n');
        note.append(findings(report));
        note.append(QuarantineGrowth.of(report)
                .map(words -> "  ! " + words.in(language) + "\n")
                .orElse(""));
        note.append(reconciled(report));
        report.told()
                .forEach(words -> note.append("  ").append(words.in(language)).append('\n'));
        note.append(new GatePage(language).summary(report));
        note.append(next(report)).append('\n');
        return note.toString();
    }

    /** What became of the run, in one line. */
    String headline(RunReport report) {
        RunReport.Run run = report.run();
        Text state = report.killed() ? KILLED : state(report.state());
        String night = run.job() + " " + run.asOf() + revision(run.revision());
        return TIME.format(run.started()) + "  " + night + "  " + state.in(language) + took(report) + scored(report);
    }

    private String revision(long number) {
        return number == 1 ? "" : new Text("（第" + number + "版）", " (revision " + number + ")").in(language);
    }

    private static final Text KILLED = new Text("途中で強制終了されました", "was killed half way");

    private static Text state(RunState state) {
        return switch (state) {
            case RUNNING -> new Text("実行中です", "is running");
            case DONE -> new Text("完了しました", "is done");
            case WARNINGS -> new Text("完了しましたが、確認が必要です", "is done, but something needs a look");
            case FAILED -> new Text("失敗しました", "failed");
            case STOPPED -> new Text("停止されました", "was stopped");
        };
    }

    private String took(RunReport report) {
        if (report.ended() == null) {
            return "";
        }
        double seconds =
                Duration.between(report.run().started(), report.ended()).toMillis() / 1000.0;
        return new Text("（%.1f秒）", " (%.1f s)").in(language).formatted(seconds);
    }

    private String scored(RunReport report) {
        long scored = count(report, "scored");
        long quarantined = count(report, "quarantined");
        String accounts = scored == 1 ? " account scored, " : " accounts scored, ";
        String rows = quarantined == 1 ? " row quarantined in this run" : " rows quarantined in this run";
        return scored == 0
                ? ""
                : new Text(
                                "  スコア " + scored + "社"
                                        + overridden(report, scored).ja() + "、この実行で隔離 " + quarantined + "件",
                                "  " + scored + accounts
                                        + overridden(report, scored).en() + quarantined + rows)
                        .in(language);
    }

    /** How many scores people have decided; nothing where nobody has. */
    private static Text overridden(RunReport report, long scored) {
        long number = count(report, "overridden");
        String rate = "%.1f%%".formatted(100.0 * number / scored);
        return number == 0
                ? Text.same("")
                : new Text(
                        "(うち手動の上書き " + number + "社、" + rate + ")",
                        number + " of them overridden by hand (" + rate + "), ");
    }

    /** Nothing where a run did not come so far, or the numbers do not add up: its findings say that. */
    private String reconciled(RunReport report) {
        long figures = count(report, "reconciled");
        return figures == 0
                ? ""
                : "  "
                        + new Text("件数の照合: " + figures + "項目すべて一致", "Numbers checked: all " + figures + " add up")
                                .in(language)
                        + "\n";
    }

    private static long count(RunReport report, String what) {
        return report.steps().stream()
                .mapToLong(step -> step.counts().getOrDefault(what, 0L))
                .sum();
    }

    /** What stopped a run first; of a run that failed no more than fits on a screen. */
    private String findings(RunReport report) {
        boolean failed = report.state() == RunState.FAILED;
        List<Finding> ordered = failed ? errorsFirst(report.findings()) : report.findings();
        int shown = failed ? Math.min(ordered.size(), ON_A_SCREEN) : ordered.size();
        String rest = shown == ordered.size() ? "" : "  " + more(ordered.size() - shown, report) + "\n";
        return ordered.stream().limit(shown).map(this::finding).collect(Collectors.joining()) + rest;
    }

    private static List<Finding> errorsFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(finding -> finding.severity() != Severity.ERROR))
                .toList();
    }

    private String more(int number, RunReport report) {
        Path file = home.runs().resolve(report.run().id()).resolve("report.json");
        return new Text("ほかに " + number + " 件: " + file, "and " + number + " more: " + file).in(language);
    }

    private String finding(Finding finding) {
        String mark = finding.severity() == Severity.ERROR ? "  ✖ " : "  ! ";
        return mark + finding.location() + "  " + finding.message().in(language) + " [" + finding.code() + "]\n    → "
                + finding.fix().in(language) + "\n";
    }

    private String next(RunReport report) {
        if (report.state() == RunState.RUNNING && !report.killed()) {
            return "  " + running(report);
        }
        if (isBlocked(report)) {
            return new BlockedNight(language, home).next(report);
        }
        boolean done = report.state() == RunState.DONE || report.state() == RunState.WARNINGS;
        return done ? published(report) : "  " + again(report).in(language);
    }

    private static boolean isBlocked(RunReport report) {
        Integer code = report.exitCode();
        return code != null && code == ExitCode.GATE.code();
    }

    private String running(RunReport report) {
        long ended = report.steps().stream()
                .filter(step -> step.state() != RunState.RUNNING)
                .count();
        String now = report.steps().stream()
                .filter(step -> step.state() == RunState.RUNNING)
                .map(StepReport::name)
                .collect(Collectors.joining(", "));
        return "%d/%d  %s".formatted(ended, report.stepsInAll(), now);
    }

    /** Where to look; nothing where the job publishes no files. */
    private String published(RunReport report) {
        if (report.run().ofReplay()) {
            return "";
        }
        Path date = home.exports().resolve(report.run().asOf().toString());
        return Stream.of("account_health.xlsx", "account_health.csv")
                .map(date::resolve)
                .filter(Files::exists)
                .findFirst()
                .map(file -> "  " + new Text("結果: " + file, "Result: " + file).in(language))
                .orElse("");
    }

    private static Text again(RunReport report) {
        if (report.run().ofReplay()) {
            return new Text("途中まで反映されています。同じコマンドで、残りを反映します。", "Part of it is done. The same command does the rest.");
        }
        if (report.run().ofBackfill()) {
            return new Text(
                    "計算済みの日付はそのまま残っています。同じコマンドで、残りの日付から再開します。",
                    "The dates that were computed stay. The same command goes on at the first one that is missing.");
        }
        String command =
                "kenshin run " + report.run().job() + " --as-of " + report.run().asOf();
        return new Text(
                "前回の表はそのまま残っています。続きから実行するには: " + command, "The last tables stay. To go on from there: " + command);
    }
}
