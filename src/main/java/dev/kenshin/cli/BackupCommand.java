package dev.kenshin.cli;

import dev.kenshin.config.JobConfig;
import dev.kenshin.housekeeping.Backup;
import dev.kenshin.housekeeping.Manifest;
import dev.kenshin.housekeeping.Sizes;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin backup}: the home as one file. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "FILE|DIR", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--without-secrets", descriptionKey = "without-secrets")
    private boolean withoutSecrets;

    @Option(names = "--verify", descriptionKey = "verify")
    private boolean verify;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (verify) {
            say(new BackupWords(Backup.verify(file)).whole(file));
            return ExitCode.DONE.code();
        }
        Backup backup =
                new Backup(folders.home(), Version.number(), session.clock().instant(), !withoutSecrets, repository());
        Path written = backup.write(file);
        Manifest manifest = Backup.manifest(written);
        BackupWords words = new BackupWords(manifest);
        say(words.written(written, Sizes.words(Files.size(written))));
        say(words.secrets());
        words.repository().ifPresent(this::say);
        return ExitCode.DONE.code();
    }

    private void say(Text words) {
        session.terminal().out().println(words.in(session.language()));
        session.terminal().out().flush();
    }

    /** Where a job of the configuration keeps its repository on a server; as it is written, so without secrets. */
    private Optional<String> repository() {
        Collection<JobConfig> jobs = Files.isDirectory(folders.config())
                ? Plans.words(folders).jobs().values()
                : List.of();
        return jobs.stream()
                .flatMap(job -> job.repository().stream())
                .flatMap(options -> options.text("url").stream())
                .map(url -> url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//"))
                .findFirst();
    }
}
