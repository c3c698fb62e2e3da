package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.ForgetRequest;
import dev.kenshin.job.ForgetResult;
import dev.kenshin.job.ForgetRunner;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin forget}: takes a person or an account out of the home, and keeps them out. */
@Command(name = "forget", mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "JOB", arity = "0..1", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    @Option(names = "--email", paramLabel = "ADDRESS", descriptionKey = "email")
    private List<String> emails = new ArrayList<>();

    @Option(names = "--user", paramLabel = "ID", descriptionKey = "user")
    private List<String> users = new ArrayList<>();

    @Option(names = "--account", paramLabel = "ID", descriptionKey = "account")
    private List<String> accounts = new ArrayList<>();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--yes", descriptionKey = "yes")
    private boolean yes;

    @Option(names = "--list", descriptionKey = "list")
    private boolean list;

    @Option(names = "--lift", paramLabel = "N", descriptionKey = "lift")
    private @Nullable Integer lift;

    ForgetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Secrets secrets = new Secrets(session.environment());
        NightPlan plan = Plans.of(folders, job, secrets);
        ForgetRunner runner = new ForgetRunner(plan, folders.home(), session.clock(), secrets);
        ForgetPage page = new ForgetPage(session.language(), plan.job().zone());
        if (list) {
            return print(page.entries(runner.entries()), ExitCode.DONE);
        }
        return lift == null ? forget(runner, page) : lift(runner, lift);
    }

    private int forget(ForgetRunner runner, ForgetPage page) throws IOException, SQLException {
        boolean person = !emails.isEmpty() || !users.isEmpty();
        if (person != accounts.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, whom());
        }
        if (dryRun && yes) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text("--dry-run と --yes は一緒に使えません。", "Give either --dry-run or --yes, not both."));
        }
        ForgetResult result = runner.run(new ForgetRequest(emails, users, accounts, yes));
        if (result.exitCode() == ExitCode.LOCKED) {
            return locked();
        }
        return print(yes ? page.done(result) : page.rehearsed(result), result.exitCode());
    }

    private int lift(ForgetRunner runner, int number) throws IOException, SQLException {
        Optional<Boolean> lifted = runner.lift(number);
        if (lifted.isEmpty()) {
            return locked();
        }
        if (!lifted.get()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text(
                            "番号「" + number + "」はありません。kenshin forget --list で確かめてください。",
                            "There is no number " + number + "; see kenshin forget --list."));
        }
        Text done = new Text(
                "番号「" + number + "」を取り消しました。次の夜に、データソースにまだあるものを取り込みます。",
                "Number " + number + " is lifted; the next night reads what the sources still have.");
        return print(done.in(session.language()) + "\n", ExitCode.DONE);
    }

    private int locked() {
        session.terminal().err().println(RunCommand.locked().in(session.language()));
        return ExitCode.LOCKED.code();
    }

    private int print(String page, ExitCode code) {
        PrintWriter out = session.terminal().out();
        out.print(page);
        out.flush();
        return code.code();
    }

    private static Text whom() {
        return new Text(
                "忘れる人を --email か --user で、または忘れる顧客を --account で指定してください(両方は一度に指定できません)。",
                "Say whom to forget: a person by --email or --user, or an account by --account, not both at once.");
    }
}
