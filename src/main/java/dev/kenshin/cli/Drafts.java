package dev.kenshin.cli;

import dev.kenshin.guess.Draft;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Shows drafts of configuration files, or writes them where configuration lies. */
final class Drafts {
    private final Path config;
    private final Session session;

    Drafts(Path config, Session session) {
        this.config = config;
        this.session = session;
    }

    /** As one YAML stream on standard output; what to do with it is said beside that. */
    void print(List<Draft> drafts) {
        PrintWriter out = session.terminal().out();
        drafts.forEach(draft -> {
            out.println("--- # " + config.resolve(draft.file()));
            out.print(draft.text());
        });
        out.flush();
        say(new Text("\n同じコマンドに --write を付けると、このファイルを作ります。", "\nThe same command with --write makes these files."));
    }

    /**
     * Writes all, or none where one of them is there already.
     *
     * @param force whether files that are there may be overwritten
     */
    void write(List<Draft> drafts, boolean force) throws IOException {
        List<Path> there = drafts.stream()
                .map(draft -> config.resolve(draft.file()))
                .filter(Files::exists)
                .toList();
        if (!force && !there.isEmpty()) {
            throw exists(there);
        }
        for (Draft draft : drafts) {
            Path file = config.resolve(draft.file());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, draft.text());
            session.terminal().out().println(new Text("作成: " + file, "Wrote " + file).in(session.language()));
        }
        session.terminal().out().flush();
        say(next(drafts));
    }

    private void say(Text words) {
        session.terminal().err().println(words.in(session.language()));
    }

    private static Text next(List<Draft> drafts) {
        String sources = names(drafts, "sources");
        String usage = names(drafts, "usage");
        String list = usage.isEmpty() ? "sources: […, " + sources + "]" : "usage: […, " + usage + "]";
        boolean known = sources.isEmpty() && usage.isEmpty();
        String preview = drafts.stream()
                .filter(draft -> draft.folder().equals("mappings"))
                .map(draft -> "kenshin preview " + draft.name())
                .collect(Collectors.joining("\n  "));
        return new Text(
                "\n次に:\n  「要確認」の行を見直す" + (known ? "" : "\n  jobs/nightly.yaml に " + list + " を加える")
                        + "\n  kenshin check" + (preview.isEmpty() ? "" : "\n  " + preview),
                "\nNext:\n  look at the lines marked CHECK" + (known ? "" : "\n  add " + list + " to jobs/nightly.yaml")
                        + "\n  kenshin check" + (preview.isEmpty() ? "" : "\n  " + preview));
    }

    private static String names(List<Draft> drafts, String folder) {
        return drafts.stream()
                .filter(draft -> draft.folder().equals(folder))
                .map(Draft::name)
                .collect(Collectors.joining(", "));
    }

    private static Refusal exists(List<Path> there) {
        String files = there.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        files + " は既にあります。何も書きませんでした。別の名前にするには --name、上書きするには --force を付けてください。",
                        files
                                + " exists already, and nothing was written. Choose another --name, or overwrite it with --force."));
    }
}
