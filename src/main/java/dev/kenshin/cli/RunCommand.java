package dev.kenshin.cli;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.gate.Acceptances;
import dev.kenshin.job.Admission;
import dev.kenshin.job.NightFailure;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.NightRequest;
import dev.kenshin.job.NightResult;
import dev.kenshin.job.NightRunner;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Text;
import dev.kenshin.watch.JsonLog;
import dev.kenshin.watch.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin run}: tonight's job, or what is left of it. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String job = "";

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Option(names = "--accept", paramLabel = "CODE[:SUBJECT]", descriptionKey = "accept")
    private List<String> accept = List.of();

    @Option(names = "--log-format", paramLabel = "auto|text|json", defaultValue = "auto", descriptionKey = "log-format")
    private LogFormat logFormat = LogFormat.AUTO;

    /** As told last; where the disk is full, no file holds it. */
    private @Nullable RunReport report;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        checkAccepted();
        Watched watched = new Watched(session, logFormat);
        return watched.run(() -> run(watched));
    }

    private ExitCode run(Watched watched) throws IOException {
        Plans.requireFolder(folders.config());
        // Before anything costs time: of several that start at once, all others give up at once.
        Optional<RunLock> lock = admitted(watched);
        if (lock.isEmpty()) {
            say(ExitCode.LOCKED, locked(), session.terminal().err());
            return ExitCode.LOCKED;
        }
        try (RunLock held = lock.get()) {
            return run(watched, held);
        }
    }

    /** Who waits for the night has to know as well where it cannot even begin. */
    private Optional<RunLock> admitted(Watched watched) {
        try {
            return Admission.to(folders.home());
        } catch (NightFailure e) {
            Configuration configuration = Plans.words(folders);
            Optional.ofNullable(configuration.jobs().get(job))
                    .ifPresent(found -> watched.by(watch(configuration, found)));
            throw e;
        }
    }

    private Watch watch(Configuration configuration, JobConfig found) {
        return Watch.ofNight(found, configuration.base(), folders.home(), session.environment(), session.clock());
    }

    private ExitCode run(Watched watched, RunLock lock) throws IOException {
        NightPlan plan = Plans.of(folders, job, new Secrets(session.environment()), (configuration, found) -> {
            watched.by(watch(configuration, found));
            return found;
        });
        LocalDate night = Optional.ofNullable(asOf).orElseGet(() -> yesterday(plan));
        NightResult result = run(plan, lock, night, watched.watch());
        tell(result, night);
        return result.exitCode();
    }

    /** The bar is gone before anything else is said. */
    private NightResult run(NightPlan plan, RunLock lock, LocalDate night, Watch watch) throws IOException {
        Secrets secrets = new Secrets(session.environment());
        try (ProgressView progress = ProgressView.of(logFormat, session)) {
            Consumer<RunReport> watcher =
                    progress.andThen(told -> report = told).andThen(watch);
            return new NightRunner(plan, lock, session.clock(), secrets, watcher)
                    .run(new NightRequest(night, force, new Acceptances(accept)));
        }
    }

    private void checkAccepted() {
        for (String unknown : new Acceptances(accept).unknown()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text(
                            "KEN-Q21 --accept「" + unknown + "」で受け入れられるものはありません。" + Acceptances.codes()
                                    + " のどれかにしてください。",
                            "KEN-Q21 --accept '" + unknown + "' is nothing that can be accepted. Use one of "
                                    + Acceptances.codes() + "."));
        }
    }

    private LocalDate yesterday(NightPlan plan) {
        return LocalDate.now(session.clock().withZone(plan.job().zone())).minusDays(1);
    }

    private void tell(NightResult result, LocalDate night) {
        switch (result.work()) {
            case NONE ->
                say(
                        result.exitCode(),
                        alreadyComplete(night),
                        session.terminal().out());
            case NONE_WITH_THIS_CONFIGURATION ->
                say(
                        result.exitCode(),
                        completeOtherwise(night),
                        session.terminal().out());
            case DONE -> summarise(session.terminal().out());
        }
    }

    private void say(ExitCode code, Text text, PrintWriter words) {
        if (logFormat != LogFormat.JSON) {
            words.println(text.in(session.language()));
            return;
        }
        try (JsonLog log = session.jsonLog()) {
            log.tell(code, text);
        }
    }

    /** The last line of JSON has said it. */
    private void summarise(PrintWriter out) {
        if (logFormat != LogFormat.JSON) {
            out.print(summary());
            out.flush();
        }
    }

    private String summary() {
        return new RunSummary(session.language(), folders.home()).of(Objects.requireNonNull(report));
    }

    private static Text alreadyComplete(LocalDate night) {
        return new Text(
                night + " の健診は完了しています。何も変更していません。計算し直すには --force を付けてください。",
                "The night of " + night
                        + " is already complete; nothing was changed. To compute it again, add --force.");
    }

    private static Text completeOtherwise(LocalDate night) {
        return new Text(
                night + " の健診は、前の設定で完了しています。その後に設定が変わりましたが、何も変更していません。" + "新しい設定で計算し直すには --force を付けてください。",
                "The night of " + night + " is already complete; nothing was changed. The configuration has changed"
                        + " since: to compute the night again with it, add --force.");
    }

    static Text locked() {
        return new Text(
                "別の実行が進行中のため、何もせずに終わりました。様子は kenshin status で見られます。",
                "Another run is going on, so this one did nothing. See kenshin status.");
    }
}
