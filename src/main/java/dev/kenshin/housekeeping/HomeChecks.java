package dev.kenshin.housekeeping;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Compaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The home's directory: who may look in, how the last run ended, and what lies about. */
final class HomeChecks {
    private static final Text ACCESS = new Text("ホームの権限", "Access to the home");
    private static final Text RUNS = new Text("前の実行", "Last run");
    private static final Text LEFT = new Text("残されたファイル", "Files left behind");

    private final Home home;

    HomeChecks(Home home) {
        this.home = home;
    }

    List<Check> all() throws IOException {
        List<Check> checks = new ArrayList<>(List.of(access(), lastRun(), left()));
        if (home.isBeingRestored()) {
            checks.add(Check.wrong(
                    "KEN-K11",
                    new Text("復元", "Restore"),
                    new Text("途中で止まっています", "killed half way"),
                    new Text(
                            "同じ kenshin restore のコマンドをもう一度実行してください。", "Give the same kenshin restore command again.")));
        }
        return List.copyOf(checks);
    }

    private Check access() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(home.directory(), PosixFileAttributeView.class);
        if (view == null) {
            return Check.good(
                    "KEN-K22", ACCESS, new Text("このファイルシステムでは確かめられません", "cannot be told on this file system"));
        }
        String permissions = PosixFilePermissions.toString(view.readAttributes().permissions());
        String owner = view.readAttributes().owner().getName();
        Text found = Text.same(permissions + " " + owner);
        if (!owner.equals(System.getProperty("user.name"))) {
            return Check.look(
                    "KEN-K22",
                    ACCESS,
                    found,
                    new Text(
                            "ホームの所有者として実行してください。そうでないと、次の夜がファイルを書けないことがあります。",
                            "Run kenshin as the owner of the home; otherwise the next night may not be able to write."));
        }
        return permissions.endsWith("------")
                ? Check.good("KEN-K22", ACCESS, found)
                : Check.wrong(
                        "KEN-K22",
                        ACCESS,
                        found,
                        new Text(
                                "個人データがあるため、所有者だけが見られるようにしてください: chmod 700 " + home.directory(),
                                "It holds personal data; let only its owner look in: chmod 700 " + home.directory()));
    }

    private Check lastRun() throws IOException {
        List<RunReport> last = new RunReports(home).last(1);
        if (last.isEmpty()) {
            return Check.good("KEN-K24", RUNS, new Text("まだ実行されていません", "nothing has run yet"));
        }
        RunReport report = last.get(0);
        // While we hold the lock no run goes on, whatever process has its number.
        Text found = Text.same(report.run().job() + " " + report.run().asOf() + ": "
                + (report.state() == RunState.RUNNING
                        ? "KILLED"
                        : report.state().toString()));
        boolean well = report.exitCode() != null && (report.exitCode() == 0 || report.exitCode() == 3);
        return well
                ? Check.good("KEN-K24", RUNS, found)
                : Check.look(
                        "KEN-K24",
                        RUNS,
                        found,
                        new Text(
                                "kenshin status を見て、同じコマンドをもう一度実行してください。",
                                "See kenshin status, and give the same command again."));
    }

    private Check left() throws IOException {
        List<Path> left = new ArrayList<>();
        addEntries(left, home.temporary(), name -> true);
        addEntries(left, home.directory(), HomeChecks::isLeft);
        addEntries(left, home.exports().resolve(".snapshots"), name -> name.startsWith("."));
        if (left.isEmpty()) {
            return Check.good("KEN-K25", LEFT, new Text("ありません", "none"));
        }
        long bytes = 0;
        for (Path path : left) {
            bytes += Sizes.of(path);
        }
        String names = left.stream()
                .map(path -> home.directory().relativize(path).toString())
                .collect(Collectors.joining(", "));
        return Check.look(
                "KEN-K25",
                LEFT,
                Text.same(names + " (" + Sizes.words(bytes) + ")"),
                new Text(
                        "次の夜が片付けます。.replaced-… は復元の前の中身なので、要らなければ削除してください。",
                        "The next night clears them. .replaced-… is what was there before a restore; delete it when you no longer need it."));
    }

    private static boolean isLeft(String name) {
        return name.endsWith(".part")
                || name.endsWith(".tmp")
                || name.equals(String.valueOf(Compaction.unfinished(Path.of("warehouse.duckdb"))))
                || Restore.isOfRestore(name);
    }

    private static void addEntries(List<Path> left, Path directory, Predicate<String> meant) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(directory)) {
                entries.filter(entry -> meant.test(String.valueOf(entry.getFileName())))
                        .sorted()
                        .forEach(left::add);
            }
        }
    }
}
