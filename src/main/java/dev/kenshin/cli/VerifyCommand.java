package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.example.Example;
import dev.kenshin.example.ExampleResult;
import dev.kenshin.example.Examples;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin verify}: runs the examples beside the configuration. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "names")
    private List<String> names = new ArrayList<>();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws SQLException {
        Optional<String> job = names.stream().findFirst().filter(Plans.jobs(folders)::contains);
        List<String> wanted = names.subList(job.isPresent() ? 1 : 0, names.size());
        Examples examples = Plans.examples(folders, job, new Secrets(session.environment()))
                .only(example -> wanted.isEmpty() || wanted.stream().anyMatch(name -> isMeant(example, name)));
        if (examples.all().isEmpty()) {
            throw nothing(wanted);
        }
        VerifyPage page = new VerifyPage(session.language());
        PrintWriter out = session.terminal().out();
        List<ExampleResult> results = examples.run(
                session.language(), result -> session.terminal().err().println(page.progress(result)));
        session.terminal().err().flush();
        out.print(format == OutputFormat.JSON ? VerifyJson.of(results, session.language()) : page.of(results));
        out.flush();
        return results.stream().allMatch(ExampleResult::passed) ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    /** By its file, or by words of its name. */
    private static boolean isMeant(Example example, String name) {
        return example.file().equals(name) || example.name().contains(name);
    }

    private static Refusal nothing(List<String> wanted) {
        String names = String.join(", ", wanted);
        return wanted.isEmpty()
                ? new Refusal(
                        ExitCode.USAGE,
                        new Text(
                                "例がまだ一つもありません。config/mappings/account.spec.yaml のように、確かめたい設定の隣に書いてください。",
                                "There is no example yet. Write one beside what it is about, as in"
                                        + " config/mappings/account.spec.yaml."))
                : new Refusal(
                        ExitCode.USAGE,
                        new Text(
                                "「" + names + "」に当たる例はありません。ファイル名(account)か、例の名前の一部を指定してください。",
                                "No example is meant by '" + names
                                        + "'. Give the name of a file (account) or words of an example's name."));
    }
}
