package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kenshin status}: the last runs; what happened, what failed, what to do. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--last", paramLabel = "N", defaultValue = "5", descriptionKey = "last")
    private int last = 5;

    @Option(names = "--gates", descriptionKey = "gates")
    private boolean gates;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = session.terminal().out();
        List<RunReport> reports = new RunReports(folders.home()).last(last);
        if (reports.isEmpty()) {
            out.println(new Text(
                            "まだ一度も実行されていません。kenshin run nightly で始められます。",
                            "Nothing has run yet. Begin with kenshin run nightly.")
                    .in(session.language()));
        }
        RunSummary summary = new RunSummary(session.language(), folders.home());
        reports.stream().limit(1).forEach(report -> out.println(summary.of(report)));
        if (gates) {
            reports.stream().limit(1).forEach(report -> out.println(new GatePage(session.language()).of(report)));
        }
        reports.stream().skip(1).forEach(report -> out.println(summary.headline(report)));
        out.flush();
        return ExitCode.DONE.code();
    }
}
