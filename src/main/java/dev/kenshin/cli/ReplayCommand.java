package dev.kenshin.cli;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.Replay;
import dev.kenshin.job.ReplayRequest;
import dev.kenshin.job.ReplayedDate;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin replay}: what changed scorecards would have said of kept snapshots. */
@Command(name = "replay", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    /** How a replay is printed. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "JOB", arity = "0..1", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    @Option(names = "--scorecard", paramLabel = "NAME", descriptionKey = "scorecard")
    private @Nullable String scorecard;

    @Option(names = "--with", paramLabel = "DIR", descriptionKey = "with")
    private @Nullable Path with;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "from")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "to")
    private @Nullable LocalDate to;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", descriptionKey = "format")
    private Format format = Format.TABLE;

    ReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (asOf != null && (from != null || to != null)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text(
                            "--as-of は --from、--to と一緒には使えません。",
                            "--as-of cannot be used together with --from and --to."));
        }
        Folders tried = with == null ? folders : folders.with(with);
        NightPlan plan = Plans.of(tried, job, new Secrets(session.environment()), this::tried);
        try (Replay replay = Replay.open(folders.home(), plan)) {
            print(replay, new ReplayRequest(first(from), first(to), Optional.ofNullable(scorecard)));
        }
        return ExitCode.DONE.code();
    }

    /** Dates are printed as they come where that can be, so that their number does not matter. */
    private void print(Replay replay, ReplayRequest request) throws SQLException {
        PrintWriter out = session.terminal().out();
        switch (format) {
            case CSV -> {
                ReplayCsv csv = new ReplayCsv(session.language());
                out.print(csv.head());
                replay.run(request, date -> out.print(csv.lines(date)));
            }
            case JSON -> {
                List<ReplaySummary> dates = new ArrayList<>();
                replay.run(request, date -> dates.add(ReplaySummary.of(date)));
                out.print(ExplainCommand.json(dates) + "\n");
            }
            case TABLE -> table(replay, request, out);
        }
        out.flush();
    }

    private void table(Replay replay, ReplayRequest request, PrintWriter out) throws SQLException {
        List<ReplaySummary> dates = new ArrayList<>();
        List<ReplayedDate> last = new ArrayList<>();
        replay.run(request, date -> {
            dates.add(ReplaySummary.of(date).withoutAccounts());
            last.clear();
            last.add(date);
        });
        out.print(new ReplayPage(dates, last.get(0), session.language()).print());
    }

    /** A date on its own is the first and the last. */
    private Optional<LocalDate> first(@Nullable LocalDate date) {
        return Optional.ofNullable(asOf == null ? date : asOf);
    }

    /** A card that neither decides nor is shown is tried as if it decided, wherever it applies. */
    private JobConfig tried(Configuration configuration, JobConfig config) {
        if (scorecard == null) {
            return config;
        }
        if (!configuration.scorecards().containsKey(scorecard)) {
            throw noScorecard(String.join(", ", configuration.scorecards().keySet()));
        }
        boolean shown = Stream.concat(config.scorecards().stream(), config.furtherScorecards().stream())
                .map(Reference::name)
                .anyMatch(scorecard::equals);
        return shown ? config : config.preferring(scorecard);
    }

    private Refusal noScorecard(String names) {
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        "スコアカード「" + scorecard + "」はありません。使えるもの: " + names,
                        "There is no scorecard '" + scorecard + "'. Use one of: " + names));
    }
}
