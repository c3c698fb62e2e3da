package dev.kenshin.cli;

import dev.kenshin.config.KeepConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.housekeeping.Prune;
import dev.kenshin.housekeeping.PruneResult;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin prune}: thins out the history. */
@Command(name = "prune", mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "JOB", arity = "0..1", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--daily", paramLabel = "DAYS", descriptionKey = "daily")
    private @Nullable Integer daily;

    @Option(names = "--weekly", paramLabel = "WEEKS", descriptionKey = "weekly")
    private @Nullable Integer weekly;

    @Option(names = "--monthly", paramLabel = "MONTHS", descriptionKey = "monthly")
    private @Nullable Integer monthly;

    @Option(names = "--yearly", paramLabel = "YEARS", descriptionKey = "yearly")
    private @Nullable Integer yearly;

    @Option(names = "--runs", paramLabel = "DAYS", descriptionKey = "runs")
    private @Nullable Integer runs;

    @Option(names = "--compact", descriptionKey = "compact")
    private boolean compact;

    PruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Secrets secrets = new Secrets(session.environment());
        NightPlan plan = Plans.of(folders, job, secrets);
        Prune prune = new Prune(plan, folders.home(), secrets, keep(plan.job().keep()));
        PruneResult result = dryRun ? prune.look() : prune.run(compact);
        session.terminal().out().print(new PrunePage(session.language(), dryRun).of(result));
        session.terminal().out().flush();
        return ExitCode.DONE.code();
    }

    private KeepConfig keep(KeepConfig configured) {
        KeepConfig keep = configured.with(
                Optional.ofNullable(daily),
                Optional.ofNullable(weekly),
                Optional.ofNullable(monthly),
                Optional.ofNullable(yearly),
                Optional.ofNullable(runs));
        boolean negative = keep.weekly() < 0 || keep.monthly() < 0 || keep.yearly() < 0;
        if (keep.daily() < 1 || keep.runs() < 1 || negative) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text(
                            "--daily と --runs は1以上、--weekly・--monthly・--yearly は0以上の数にしてください。",
                            "Give --daily and --runs a number from 1, --weekly, --monthly and --yearly one from 0."));
        }
        return keep;
    }
}
