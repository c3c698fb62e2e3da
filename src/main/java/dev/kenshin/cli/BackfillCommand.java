package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.BackfillRequest;
import dev.kenshin.job.BackfillResult;
import dev.kenshin.job.BackfillRunner;
import dev.kenshin.job.Every;
import dev.kenshin.job.KnownAt;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Text;
import dev.kenshin.watch.JsonLog;
import dev.kenshin.watch.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin backfill}: the snapshots of dates that have passed. */
@Command(name = "backfill", mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String job = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, descriptionKey = "from")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", required = true, descriptionKey = "to")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--every", paramLabel = "day|week|month", defaultValue = "day", descriptionKey = "every")
    private Every every = Every.DAY;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Option(names = "--known-at", paramLabel = "TIME|as-of", descriptionKey = "known-at")
    private String knownAt = "";

    @Option(names = "--log-format", paramLabel = "auto|text|json", defaultValue = "auto", descriptionKey = "log-format")
    private LogFormat logFormat = LogFormat.AUTO;

    /** As told last; where the disk is full, no file holds it. */
    private @Nullable RunReport report;

    BackfillCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Watched watched = new Watched(session, logFormat);
        return watched.run(() -> run(watched));
    }

    private ExitCode run(Watched watched) throws IOException, SQLException {
        if (to.isBefore(from)) {
            throw new Refusal(ExitCode.USAGE, backwards());
        }
        NightPlan plan = Plans.of(folders, job, new Secrets(session.environment()), (configuration, found) -> {
            watched.by(Watch.ofBackfill(found, configuration.base(), session.environment()));
            return found;
        });
        KnownAt known = KnownAtOption.read(knownAt, plan.job().zone());
        BackfillRequest request = new BackfillRequest(from, to, every, force, known);
        BackfillResult result = run(plan, request, watched.watch());
        tell(result);
        return result.exitCode();
    }

    /** The bar is gone before anything else is said. */
    private BackfillResult run(NightPlan plan, BackfillRequest request, Watch watch) throws IOException, SQLException {
        Secrets secrets = new Secrets(session.environment());
        try (ProgressView progress = ProgressView.of(logFormat, session)) {
            Consumer<RunReport> watcher =
                    progress.andThen(told -> report = told).andThen(watch);
            return new BackfillRunner(plan, folders.home(), session.clock(), secrets, watcher).run(request);
        }
    }

    private void tell(BackfillResult result) {
        boolean nothing =
                result.computed().isEmpty() && result.published().isEmpty() && result.exitCode() == ExitCode.DONE;
        if (logFormat == LogFormat.JSON) {
            tellInJson(result, nothing);
            return;
        }
        if (result.exitCode() == ExitCode.LOCKED) {
            session.terminal().err().println(RunCommand.locked().in(session.language()));
            return;
        }
        PrintWriter out = session.terminal().out();
        out.print(nothing ? "" : summary());
        out.println((nothing ? complete(result) : done(result)).in(session.language()));
        out.flush();
    }

    private void tellInJson(BackfillResult result, boolean nothing) {
        Text otherwise = result.exitCode() == ExitCode.LOCKED ? RunCommand.locked() : done(result);
        try (JsonLog log = session.jsonLog()) {
            log.tell(result.exitCode(), nothing ? complete(result) : otherwise);
        }
    }

    private String summary() {
        return new RunSummary(session.language(), folders.home()).of(Objects.requireNonNull(report));
    }

    private static Text done(BackfillResult result) {
        int computed = result.computed().size();
        String published = result.published().map(LocalDate::toString).orElse("");
        return published.isEmpty()
                ? new Text(
                        "  計算した日付 " + computed + " 件、計算済みの日付 " + result.there() + " 件。推移の表には次の夜に入ります。",
                        "  Dates computed: " + computed + "; there already: " + result.there()
                                + ". The next night publishes the new history.")
                : new Text(
                        "  計算した日付 " + computed + " 件、計算済みの日付 " + result.there() + " 件。" + published
                                + " を新しい推移とともに公開し直しました。",
                        "  Dates computed: " + computed + "; there already: " + result.there() + ". " + published
                                + " was published again with the new history.");
    }

    private static Text complete(BackfillResult result) {
        return new Text(
                result.there() + " 件の日付はすべて計算済みです。何も変更していません。計算し直すには --force を付けてください。",
                "All " + result.there()
                        + " dates are there already; nothing was changed. To compute them again, add --force.");
    }

    private Text backwards() {
        return new Text(
                "--to「" + to + "」が --from「" + from + "」より前です。早い日付を --from にしてください。",
                "--to '" + to + "' is before --from '" + from + "'. Give the earlier date as --from.");
    }
}
