package dev.kenshin.usage;

import dev.kenshin.config.Folder;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the event files of a usage source lie: below one directory, symbolic links followed. It is the source's {@code
 * root} (an absolute directory), or else the one that holds the configuration.
 */
public final class UsageFiles {
    private static final String WILDCARDS = ".*[*?\\[{].*";

    private UsageFiles() {}

    /** The deepest directory that {@code path} names without a wildcard; empty for events in a database. */
    public static Optional<Path> directory(UsageConfig usage, Path base) {
        return usage.options().text("path").map(path -> {
            Path directory = pattern(usage, base, path);
            do {
                directory = directory.getParent();
            } while (directory != null && directory.toString().matches(WILDCARDS));
            return directory == null ? base : directory;
        });
    }

    /** Reports a {@code path} that leads out of the root, and a root that is no absolute directory. */
    public static void check(UsageConfig usage, Path base, Problems problems) {
        Optional<String> path = usage.options().text("path");
        if (path.isPresent() && !isInside(usage, base, path.get())) {
            problems.add(outside(path.get(), root(usage, base), usage.options().at("path")));
        }
    }

    /** What DuckDB is to look for: {@code ..} is resolved before its wildcards. */
    static Path pattern(UsageConfig usage, Path base, String path) {
        return root(usage, base).resolve(path).normalize();
    }

    /** @throws UsageUnavailable if the file lies elsewhere, by a symbolic link */
    static void checkReal(UsageConfig usage, Path base, Path file) throws UsageUnavailable {
        Path root = root(usage, base);
        if (!new Folder(root).holds(file)) {
            throw new UsageUnavailable(outside(file.toString(), root, Location.file(file.toString())));
        }
    }

    private static boolean isInside(UsageConfig usage, Path base, String path) {
        try {
            boolean absolute = usage.options()
                    .text("root")
                    .map(Path::of)
                    .map(Path::isAbsolute)
                    .orElse(true);
            return absolute && pattern(usage, base, path).startsWith(root(usage, base));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path root(UsageConfig usage, Path base) {
        return usage.options()
                .text("root")
                .map(Path::of)
                .orElse(base)
                .toAbsolutePath()
                .normalize();
    }

    private static Problem outside(String path, Path root, Location at) {
        return Problem.error(
                "KEN-U06",
                at,
                new Text(
                        "「%s」は許可されたディレクトリ「%s」の外にあります。".formatted(path, root),
                        "'%s' lies outside the permitted directory '%s'.".formatted(path, root)),
                new Text(
                        "ファイルをその下に置くか、利用データの設定の root: にファイルのあるディレクトリを絶対パスで書いてください。",
                        "Put the file below it, or name the files' directory, an absolute path, as root: of the usage source."));
    }
}
