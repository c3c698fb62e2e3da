package dev.kenshin.cli;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.Secrets;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.ProblemPrinter;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kenshin check}: every problem of the configuration at once. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Set<Text> offers = new LinkedHashSet<>();
        Configuration configuration = Plans.check(folders, new Secrets(session.environment()), problems, offers::add);
        Mistakes.check(problems);
        List<Problem> warnings = Mistakes.distinct(problems.all());
        PrintWriter out = session.terminal().out();
        out.print(
                new ProblemPrinter(session.language(), session.terminal().interactive(), Path.of("")).print(warnings));
        offers.forEach(offer -> out.println(offer.in(session.language())));
        out.println(inOrder(configuration).in(session.language()));
        out.flush();
        return ExitCode.DONE.code();
    }

    private static Text inOrder(Configuration configuration) {
        int sources = configuration.sources().size() + configuration.usage().size();
        int mappings = configuration.mappings().size();
        int metrics = configuration.metrics().size();
        int cards = configuration.scorecards().size();
        return new Text(
                "設定に問題はありません（ソース %d、マッピング %d、指標 %d、スコアカード %d）。".formatted(sources, mappings, metrics, cards),
                "The configuration is in order: %d sources, %d mappings, %d metrics, %d scorecards."
                        .formatted(sources, mappings, metrics, cards));
    }
}
