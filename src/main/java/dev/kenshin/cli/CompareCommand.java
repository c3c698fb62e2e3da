package dev.kenshin.cli;

import dev.kenshin.job.AccountName;
import dev.kenshin.job.Comparison;
import dev.kenshin.job.ComparisonRequest;
import dev.kenshin.job.Comparisons;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin compare}: one snapshot against an earlier one. */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    /** How a comparison is printed. */
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

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--with", paramLabel = "DATE", required = true, descriptionKey = "with")
    private LocalDate with = LocalDate.EPOCH;

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
    private @Nullable String by;

    @Option(names = "--metric", paramLabel = "NAME", descriptionKey = "metric")
    private List<String> metrics = new ArrayList<>();

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "account")
    private List<String> accounts = new ArrayList<>();

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", descriptionKey = "format")
    private Format format = Format.TABLE;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        try (Comparisons comparisons = Comparisons.open(folders.home(), Plans.words(folders), job)) {
            Comparison comparison = comparisons.compare(new ComparisonRequest(
                    Optional.ofNullable(asOf), with, Optional.ofNullable(by), metrics, ids(comparisons)));
            PrintWriter out = session.terminal().out();
            out.print(printed(comparison));
            out.flush();
        }
        return ExitCode.DONE.code();
    }

    private String printed(Comparison comparison) {
        return switch (format) {
            case TABLE -> new ComparisonPage(comparison, session.language()).print();
            case CSV -> new ComparisonCsv(comparison, session.language()).print();
            case JSON -> ExplainCommand.json(comparison) + "\n";
        };
    }

    private List<String> ids(Comparisons comparisons) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (String account : accounts) {
            List<AccountName> found = comparisons.find(account);
            if (found.isEmpty()) {
                throw new Refusal(ExitCode.USAGE, none(account, comparisons.nearest(account)));
            }
            found.forEach(name -> ids.add(name.id()));
        }
        return ids;
    }

    private static Text none(String account, List<AccountName> nearest) {
        String names = nearest.stream().map(AccountName::toString).collect(Collectors.joining(", "));
        return new Text(
                "「" + account + "」という顧客はありません。" + (names.isEmpty() ? "顧客番号か会社名の一部を指定してください。" : "近い名前: " + names),
                "There is no account '" + account + "'. "
                        + (names.isEmpty() ? "Give an id or a part of a name." : "Similar names: " + names));
    }
}
