package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.QuarantineReplay;
import dev.kenshin.job.ReplayedQuarantine;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kenshin quarantine replay}: what was set aside, mapped by the configuration as it is now. */
@Command(name = "replay", mixinStandardHelpOptions = true)
final class QuarantineReplayCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "JOB", arity = "0..1", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    @Option(names = "--apply", descriptionKey = "apply")
    private boolean apply;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--log-format", paramLabel = "auto|text|json", defaultValue = "auto", descriptionKey = "log-format")
    private LogFormat logFormat = LogFormat.AUTO;

    /** As told last. */
    private @Nullable RunReport report;

    QuarantineReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (apply && dryRun) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text("--apply と --dry-run は一緒に使えません。", "--apply cannot be used together with --dry-run."));
        }
        NightPlan plan = Plans.of(folders, job, new Secrets(session.environment()));
        ReplayedQuarantine replayed = replayed(plan);
        tell(replayed);
        return replayed.exitCode().code();
    }

    /** The bar is gone before anything else is said. */
    private ReplayedQuarantine replayed(NightPlan plan) throws IOException, SQLException {
        Secrets secrets = new Secrets(session.environment());
        try (ProgressView progress = ProgressView.of(logFormat, session)) {
            Consumer<RunReport> watcher = progress.andThen(told -> report = told);
            QuarantineReplay replay = new QuarantineReplay(plan, folders.home(), session.clock(), secrets, watcher);
            return apply ? replay.apply() : replay.rehearse();
        }
    }

    private void tell(ReplayedQuarantine replayed) {
        if (replayed.exitCode() == ExitCode.LOCKED) {
            session.terminal().err().println(RunCommand.locked().in(session.language()));
            return;
        }
        PrintWriter out = session.terminal().out();
        out.print(apply ? summary() : "");
        out.print(new QuarantineReplayPage(session.language(), PageWidth.of(session, spec), job, apply).of(replayed));
        out.flush();
    }

    private String summary() {
        RunSummary summary = new RunSummary(session.language(), folders.home());
        return summary.of(Objects.requireNonNull(report)).stripTrailing() + "\n\n";
    }
}
