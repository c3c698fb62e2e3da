package dev.kenshin.cli;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.guess.Draft;
import dev.kenshin.guess.Guesses;
import dev.kenshin.guess.Request;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin guess}: drafts the configuration of a file, or the mappings of a source. */
@Command(name = "guess", mixinStandardHelpOptions = true)
final class GuessCommand implements Callable<Integer> {
    /** As jobs have it unless they say otherwise. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "FILE|SOURCE", descriptionKey = "what")
    private String what = "";

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "name")
    private @Nullable String name;

    @Option(names = "--table", paramLabel = "TABLE", descriptionKey = "table")
    private @Nullable String table;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000", descriptionKey = "rows")
    private int rows;

    @Option(names = "--write", descriptionKey = "write")
    private boolean write;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    GuessCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        checkNames();
        Configuration configuration = Plans.words(folders);
        Drafts drafts = new Drafts(folders.config(), session);
        try {
            List<Draft> guessed = guessed(configuration);
            if (write) {
                drafts.write(guessed, force);
            } else {
                drafts.print(guessed);
            }
            return ExitCode.DONE.code();
        } catch (SourceUnavailable unavailable) {
            String problem = unavailable.problem().in(session.language());
            throw new Refusal(ExitCode.SOURCE_UNAVAILABLE, Text.same(problem));
        }
    }

    /** A file that is there goes before a source of that name. */
    private List<Draft> guessed(Configuration configuration) throws IOException, SQLException, SourceUnavailable {
        Guesses guesses = new Guesses(request(configuration));
        String source = what.contains(".") ? what.substring(0, what.indexOf('.')) : what;
        SourceConfig configured = configuration.sources().get(source);
        if (configured == null || Guesses.isFile(what)) {
            checkMeantAFile(configuration);
            return guesses.file(what);
        }
        return guesses.source(configured, streams(configured, configuration));
    }

    /** A bare word that is no file was rather meant to be a source. */
    private void checkMeantAFile(Configuration configuration) {
        if (what.matches("[\\p{L}\\p{N}_-]+") && !Guesses.isFile(what)) {
            throw unknown(
                    new Text("ファイルやソース", "file or source"),
                    what,
                    List.copyOf(configuration.sources().keySet()));
        }
    }

    /** The one that was named, or else those without a mapping. */
    private List<String> streams(SourceConfig source, Configuration configuration) {
        String stream = what.substring(Math.min(source.name().length() + 1, what.length()));
        if (!stream.isEmpty()) {
            if (!source.streams().containsKey(stream)) {
                throw unknown(
                        new Text("ストリーム", "stream"),
                        stream,
                        List.copyOf(source.streams().keySet()));
            }
            return List.of(stream);
        }
        List<String> unmapped = source.streams().values().stream()
                .filter(each -> configuration.mappings().values().stream()
                        .noneMatch(mapping -> mapping.from().name().equals(each.qualifiedName())))
                .map(each -> each.name())
                .toList();
        if (unmapped.isEmpty()) {
            throw allMapped(source);
        }
        return unmapped;
    }

    private Request request(Configuration configuration) {
        Secrets secrets = new Secrets(session.environment());
        return new Request(
                configuration,
                Optional.ofNullable(name),
                Optional.ofNullable(table),
                Math.max(1, rows),
                text -> secrets.resolve(new Yaml.Scalar(text, text, new Location.Named(what))),
                session.clock().withZone(ZONE),
                folders.home().secrets(),
                session.language());
    }

    private void checkNames() {
        List<String> tables = Model.TABLES.stream().map(ModelTable::name).toList();
        if (table != null && !tables.contains(table)) {
            throw unknown(new Text("テーブル", "table"), table, tables);
        }
        if (name != null && !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")) {
            throw new Refusal(
                    ExitCode.USAGE,
                    new Text(
                            "「" + name + "」は名前に使えません。文字、数字、-、_ だけにしてください。",
                            "'" + name + "' cannot serve as a name: use only letters, digits, - and _."));
        }
    }

    private static Refusal unknown(Text kind, String name, List<String> known) {
        Text hint = Suggestion.among(name, known);
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        kind.ja() + "「" + name + "」はありません。" + hint.ja(),
                        "There is no " + kind.en() + " '" + name + "'. " + hint.en()));
    }

    private static Refusal allMapped(SourceConfig source) {
        String example =
                source.name() + "." + source.streams().keySet().iterator().next();
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        "「" + source.name() + "」のストリームにはすべてマッピングがあります。書き直すには kenshin guess " + example
                                + " のように指定してください。",
                        "Every stream of '" + source.name()
                                + "' has a mapping. To draft one anew, name it: kenshin guess " + example));
    }
}
