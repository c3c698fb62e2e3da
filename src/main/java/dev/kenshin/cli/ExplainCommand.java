package dev.kenshin.cli;

import dev.kenshin.job.AccountName;
import dev.kenshin.job.Explanation;
import dev.kenshin.job.Explanations;
import dev.kenshin.ops.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code kenshin explain}: the score of one account, component by component, and why it moved. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ACCOUNT", descriptionKey = "account")
    private String account = "";

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "since")
    private @Nullable LocalDate since;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--scorecard", paramLabel = "NAME", descriptionKey = "scorecard")
    private @Nullable String scorecard;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        try (Explanations explanations = open()) {
            Explanation explanation =
                    explanations.explain(theOne(explanations), Optional.ofNullable(asOf), Optional.ofNullable(since));
            PrintWriter out = session.terminal().out();
            boolean forMachines = json || format == OutputFormat.JSON;
            out.print(
                    forMachines
                            ? json(explanation) + "\n"
                            : new ExplanationPage(session.language(), PageWidth.of(session, spec)).of(explanation));
            out.flush();
        }
        return ExitCode.DONE.code();
    }

    private Explanations open() throws IOException, SQLException {
        return scorecard == null
                ? Explanations.open(folders.home(), Plans.words(folders))
                : Explanations.open(folders.home(), Plans.words(folders), scorecard);
    }

    /** The mapper is made only here, since making it takes longer than most commands. */
    static String json(Object explanation) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(explanation);
    }

    private AccountName theOne(Explanations explanations) throws SQLException {
        return OneAccount.of(account, explanations.find(account), explanations.nearest(account));
    }
}
