package dev.kenshin.cli;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.QuarantineView;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Filter;
import dev.kenshin.quarantine.Group;
import dev.kenshin.quarantine.Quarantined;
import dev.kenshin.quarantine.RecordId;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kenshin quarantine show}: one entry in full. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class QuarantineShowCommand implements Callable<Integer> {
    private static final int RECORDS = 3;
    private static final int VALUES = 8;

    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ENTRY", descriptionKey = "entry")
    private String wanted = "";

    @Option(names = "--job", paramLabel = "JOB", defaultValue = "nightly", descriptionKey = "job")
    private String job = "nightly";

    QuarantineShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        NightPlan plan = Plans.of(folders, job, new Secrets(session.environment()));
        try (QuarantineView view = QuarantineView.open(folders.home())) {
            print(view, plan);
        }
        session.terminal().out().flush();
        return ExitCode.DONE.code();
    }

    /** A key or a place, else a number of the list; keys that look like a number of the list win. */
    private void print(QuarantineView view, NightPlan plan) throws SQLException {
        PrintWriter out = session.terminal().out();
        QuarantineEntryPage page = new QuarantineEntryPage(session.language(), PageWidth.of(session, spec));
        Map<RecordId, List<Entry>> named = view.entries().find(wanted).stream()
                .collect(Collectors.groupingBy(Entry::record, LinkedHashMap::new, Collectors.toList()));
        for (List<Entry> record : named.values().stream().limit(RECORDS).toList()) {
            out.print(page.of(view.detail(plan, record.get(0)), record.subList(1, record.size())));
        }
        if (named.isEmpty()) {
            Group group = group(view.entries());
            out.print(page.of(view.detail(plan, group.example()), List.of()));
            out.print(page.alike(group, view.entries().values(group, VALUES)));
        }
    }

    private Group group(Quarantined quarantined) throws SQLException {
        String number = wanted.toUpperCase(Locale.ROOT).replaceFirst("^Q", "");
        return quarantined.groups(Filter.ALL).stream()
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst()
                .orElseThrow(this::unknown);
    }

    private Refusal unknown() {
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        "「" + wanted + "」は隔離されていません。キー、場所、または一覧の番号（Q1 など）を指定してください。一覧: kenshin quarantine list",
                        "Nothing in quarantine is called '" + wanted
                                + "'. Give a key, a place, or a number of the list such as Q1: kenshin quarantine"
                                + " list"));
    }
}
