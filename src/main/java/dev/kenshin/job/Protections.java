package dev.kenshin.job;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Configuration;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.privacy.PersonalFiles;
import dev.kenshin.privacy.Protection;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Opens what a home knows of those who are forgotten. A night without it would bring them back, so it does not begin. */
final class Protections {
    private Protections() {}

    /** For a run that holds the lock. */
    static Protection of(Night night) {
        return of(night.home(), night.plan().configuration());
    }

    /** For a run that holds the lock. */
    static Protection of(Home home, Configuration configuration) {
        try {
            return Protection.of(files(home), configuration);
        } catch (ConfigException e) {
            throw new NightFailure(ExitCode.CONFIGURATION, e.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For those who only have a look. */
    static Protection toLookAt(Home home, Configuration configuration) {
        try {
            return Protection.toLookAt(files(home), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A warning where a forgetting was interrupted: what is to be forgotten lands no more, and is still there. */
    static Optional<Problem> unfinished(Home home) {
        if (!Files.exists(files(home).task())) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                "KEN-F12",
                new Location.Named("forget"),
                new Text("忘れる処理が途中で止まっています。", "forgetting somebody was interrupted."),
                new Text(
                        "同じ kenshin forget をもう一度 --yes を付けて実行してください。",
                        "Run the same kenshin forget with --yes again.")));
    }

    static PersonalFiles files(Home home) {
        return PersonalFiles.in(home.directory());
    }
}
