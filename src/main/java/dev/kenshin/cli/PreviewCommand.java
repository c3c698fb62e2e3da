package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.Preview;
import dev.kenshin.job.Previews;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kenshin preview}: what a stream or a mapping yields; first rows and rejections. Writes nothing. */
@Command(name = "preview", mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "WHAT", descriptionKey = "what")
    private String what = "";

    @Option(names = "--job", paramLabel = "JOB", defaultValue = "nightly", descriptionKey = "job")
    private String job = "";

    @Option(names = "--rows", paramLabel = "N", defaultValue = "10", descriptionKey = "rows")
    private int rows;

    PreviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws SQLException {
        Secrets secrets = new Secrets(session.environment());
        NightPlan plan = Plans.of(folders, job, secrets);
        Previews previews = new Previews(plan, folders.home(), secrets, session.clock());
        Preview preview = previews.of(what, Math.max(0, rows)).orElseThrow(() -> unknown(previews.names()));
        PrintWriter out = session.terminal().out();
        out.print(new PreviewPage(session.language(), PageWidth.of(session, spec)).of(preview));
        out.flush();
        return ExitCode.DONE.code();
    }

    private Refusal unknown(List<String> names) {
        Text suggestion = Suggestion.nearest(what, names)
                .map(name -> new Text("「" + name + "」のことではありませんか。", " Did you mean '" + name + "'?"))
                .orElse(Text.same(""));
        String all = "\n  " + String.join("\n  ", names);
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        "「" + what + "」というストリームもマッピングもありません。" + suggestion.ja() + "\n見られるもの:" + all,
                        "There is no stream or mapping '" + what + "'." + suggestion.en() + "\nThere are:" + all));
    }
}
