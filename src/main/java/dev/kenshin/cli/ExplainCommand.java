package dev.kenshin.cli;

import dev.kenshin.job.AccountName;
import dev.kenshin.job.Explanation;
import dev.kenshin.job.Explanations;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    private static final int LISTED = 20;

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
        List<AccountName> found = explanations.find(account);
        if (found.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, none(explanations.nearest(account)));
        }
        if (found.size() > 1) {
            throw new Refusal(ExitCode.USAGE, several(found));
        }
        return found.get(0);
    }

    private Text none(List<AccountName> nearest) {
        String names = list(nearest);
        return nearest.isEmpty()
                ? new Text(
                        "「" + account + "」という顧客はありません。顧客番号か会社名の一部を指定してください(一覧は account_health.csv)。",
                        "There is no account '" + account
                                + "'. Give an id or a part of a name; account_health.csv lists them all.")
                : new Text(
                        "「" + account + "」という顧客はありません。近い名前:" + names,
                        "There is no account '" + account + "'. Similar names:" + names);
    }

    private Text several(List<AccountName> found) {
        String names = list(found);
        return new Text(
                "「" + account + "」に当たる顧客が " + found.size() + " 社あります。顧客番号で指定してください:" + names,
                "'" + account + "' may be any of " + found.size() + " accounts. Give the id of one:" + names);
    }

    private static String list(List<AccountName> accounts) {
        String more = accounts.size() > LISTED ? "\n  …" : "";
        return accounts.stream().limit(LISTED).map(name -> "\n  " + name).collect(Collectors.joining()) + more;
    }
}
