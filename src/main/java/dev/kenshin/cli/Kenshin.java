package dev.kenshin.cli;

import dev.kenshin.problem.Language;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code kenshin}. Without a subcommand it explains itself. */
@Command(
        name = "kenshin",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "dev.kenshin.cli.help",
        subcommands = {
            RunCommand.class,
            BackfillCommand.class,
            StatusCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            ReplayCommand.class,
            QuarantineCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            GuessCommand.class,
            PreviewCommand.class,
            PruneCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            ForgetCommand.class,
            SampleCommand.class,
            SandboxCommand.class,
            HelpCommand.class
        })
public final class Kenshin implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    Kenshin() {}

    public static void main(String[] arguments) {
        SilentDrivers.install();
        Terminal terminal = Terminal.ofProcess();
        System.exit(run(new Session(terminal, System.getenv(), Clock.systemUTC()), arguments));
    }

    /** Makes the option known; {@link LanguageChoice} has acted upon it before anything was parsed. */
    @Option(names = "--lang", paramLabel = "ja|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
    void speak(Language language) {}

    /** Runs a command within this process; returns its exit code. */
    static int run(Session session, String... arguments) {
        Locale.setDefault(LanguageChoice.locale(List.of(arguments), session.environment()));
        return commandLine(session).execute(arguments);
    }

    static CommandLine commandLine(Session session) {
        CommandLine line = new CommandLine(new Kenshin(), new CommandFactory(session));
        line.setOut(session.terminal().out());
        line.setErr(session.terminal().err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new UsageMistakes(session));
        line.setExecutionExceptionHandler(new FailureMessages(session));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
