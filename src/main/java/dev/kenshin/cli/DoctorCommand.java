package dev.kenshin.cli;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Secrets;
import dev.kenshin.housekeeping.Check;
import dev.kenshin.housekeeping.Check.Mark;
import dev.kenshin.housekeeping.Doctor;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Severity;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin doctor}: whether a home and what surrounds it are well. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Set<String> CREDENTIALS = Set.of("KEN-C31", "KEN-C32");
    private static final Text CONFIGURATION = new Text("設定", "Configuration");
    private static final Text SECRETS = new Text("ソースなどの認証情報", "Credentials");
    private static final Text SEE_CHECK =
            new Text("kenshin check がすべてを場所とともに示します。", "kenshin check shows each with its place.");

    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "JOB", arity = "0..1", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    @Option(names = "--connect", descriptionKey = "connect")
    private boolean connect;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Secrets secrets = new Secrets(session.environment());
        List<Check> checks = new ArrayList<>();
        Doctor doctor = new Doctor(folders.home(), plan(secrets), secrets, session.clock());
        checks.addAll(doctor.examine());
        checks.addAll(configuration(secrets));
        if (connect) {
            checks.addAll(doctor.connect());
        }
        session.terminal()
                .out()
                .print(
                        format == OutputFormat.JSON
                                ? ExplainCommand.json(checks) + "\n"
                                : new DoctorPage(session.language()).of(checks));
        session.terminal().out().flush();
        return exitCode(checks).code();
    }

    /** What is wrong with the configuration is told by a check of its own. */
    private Optional<NightPlan> plan(Secrets secrets) {
        try {
            return Optional.of(Plans.of(folders, job, secrets));
        } catch (ConfigException | Refusal e) {
            return Optional.empty();
        }
    }

    private List<Check> configuration(Secrets secrets) {
        Problems problems = new Problems();
        try {
            Plans.check(folders, secrets, problems, offer -> {});
        } catch (Refusal e) {
            return List.of(new Check("KEN-K34", Mark.WRONG, CONFIGURATION, e.text(), Optional.of(SEE_CHECK)));
        }
        List<Problem> errors = Mistakes.distinct(problems.all()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        long missing = errors.stream()
                .filter(problem -> CREDENTIALS.contains(problem.code()))
                .count();
        return List.of(count("KEN-K34", CONFIGURATION, errors.size() - missing), count("KEN-K35", SECRETS, missing));
    }

    private static Check count(String code, Text about, long wrong) {
        return wrong == 0
                ? new Check(code, Mark.GOOD, about, new Text("問題ありません", "in order"), Optional.empty())
                : new Check(
                        code,
                        Mark.WRONG,
                        about,
                        new Text("誤り " + wrong + " 件", wrong + (wrong == 1 ? " mistake" : " mistakes")),
                        Optional.of(SEE_CHECK));
    }

    private static ExitCode exitCode(List<Check> checks) {
        boolean wrong = checks.stream().anyMatch(check -> check.mark() == Mark.WRONG);
        boolean look = checks.stream().anyMatch(check -> check.mark() == Mark.LOOK);
        return wrong ? ExitCode.FAILED : look ? ExitCode.WARNINGS : ExitCode.DONE;
    }
}
