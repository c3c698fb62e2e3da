package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.AccountName;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.QuarantineView;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.quarantine.Filter;
import dev.kenshin.quarantine.Quarantined;
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
import picocli.CommandLine.Spec;

/** {@code kenshin quarantine list}: what is in quarantine, by reason; the worst first. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class QuarantineListCommand implements Callable<Integer> {
    private static final int NIGHTS = 20;

    /** How the list is printed. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--origin", paramLabel = "NAME", descriptionKey = "origin")
    private @Nullable String origin;

    @Option(names = "--mapping", paramLabel = "NAME", descriptionKey = "mapping")
    private @Nullable String mapping;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "code")
    private @Nullable String code;

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "account")
    private @Nullable String account;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "since")
    private @Nullable LocalDate since;

    @Option(names = "--resolved", descriptionKey = "resolved")
    private boolean resolved;

    @Option(names = "--trend", descriptionKey = "trend")
    private boolean trend;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    @Option(names = "--job", paramLabel = "JOB", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    @Option(names = "--format", paramLabel = "text|csv|json", defaultValue = "text", descriptionKey = "format")
    private Format format = Format.TEXT;

    QuarantineListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        try (QuarantineView view = QuarantineView.open(folders.home())) {
            print(view.entries(), filter(view));
        }
        return ExitCode.DONE.code();
    }

    private void print(Quarantined entries, Filter filter) throws SQLException {
        PrintWriter out = session.terminal().out();
        switch (format) {
            case CSV -> {
                QuarantineCsv csv = new QuarantineCsv(session.language());
                out.print(csv.head());
                entries.each(filter, entry -> out.print(csv.line(entry)));
            }
            case JSON ->
                out.print(ExplainCommand.json(new QuarantineJson(
                                entries.nights(NIGHTS), entries.groups(filter), entries.entries(filter)))
                        + "\n");
            case TEXT -> text(entries, filter, out);
        }
        out.flush();
    }

    private void text(Quarantined entries, Filter filter, PrintWriter out) throws SQLException {
        int width = PageWidth.of(session, spec);
        QuarantineListPage page = new QuarantineListPage(session.language(), width, all);
        out.print(page.of(entries.groups(filter), entries.records(filter), filter, entries.nights(1)));
        if (trend) {
            out.print(new QuarantineTrend(session.language(), width).of(entries.nights(NIGHTS)));
        }
    }

    /** Whose records they are is for the mappings to say, so that only this needs a configuration without mistakes. */
    private Filter filter(QuarantineView view) throws SQLException {
        Filter filter = new Filter(
                Optional.ofNullable(origin),
                Optional.ofNullable(mapping),
                Optional.ofNullable(code),
                Optional.ofNullable(since),
                Optional.empty(),
                resolved);
        if (account == null) {
            return filter;
        }
        NightPlan plan = Plans.of(folders, job, new Secrets(session.environment()));
        AccountName wanted = OneAccount.of(account, view.find(account), view.nearest(account));
        return filter.of(view.recordsOf(plan, wanted, filter));
    }
}
