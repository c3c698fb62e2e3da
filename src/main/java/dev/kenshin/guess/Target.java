package dev.kenshin.guess;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.guess.Shape.StreamShape;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The file, or the files, to look at.
 *
 * @param root where {@code path} starts
 * @param path as {@code path:} of a stream says it, {@code *} for several files
 * @param outside whether they lie where no source may read them, so that {@code root} is their own folder
 */
record Target(Path root, String path, boolean outside) {
    private static final String WILDCARDS = "*?[{";

    /**
     * What a person named.
     *
     * @param base where relative paths of sources start, and below which files must lie
     * @param written the path from the working directory
     */
    static Target of(Path base, String written) throws IOException {
        int end = exists(written) ? written.length() : wildcard(written);
        int name = written.substring(0, end).lastIndexOf('/') + 1;
        Path folder = Path.of(written.substring(0, name)).toAbsolutePath().normalize();
        String rest = written.substring(name);
        Path start = base.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder) || !folder.toRealPath().startsWith(start.toRealPath())) {
            return new Target(folder, rest, true);
        }
        String way =
                start.toRealPath().relativize(folder.toRealPath()).toString().replace('\\', '/');
        return new Target(start, way.isEmpty() ? rest : way + "/" + rest, false);
    }

    /** At least one file, sorted by path. */
    List<SourceFile> files() throws SourceUnavailable {
        SourceConfig config = new Shape(
                        "csv", List.of(), List.of(new StreamShape("file", List.of(option()), List.of())))
                .config("guess");
        Problems problems = new Problems();
        SourceFiles files = SourceFiles.of(config, root, problems);
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return files.find(Objects.requireNonNull(config.streams().get("file")));
    }

    Option option() {
        return outside
                ? Option.text(
                        "path",
                        path,
                        Remark.unsure(
                                "config のあるフォルダーの下にファイルを置き、場所を書き直してください",
                                "put the file below the folder that holds config, and correct the path"))
                : Option.text("path", path);
    }

    /** The file's name as a name: without extensions, wildcards and dates; the folder's where nothing is left. */
    String name() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String stem = name(file.replaceFirst("(?i)(\\.(csv|tsv|txt|jsonl?|ndjson|xlsx?|xlsm|parquet|gz))+$", ""));
        Path folder = root.resolve(path.substring(0, path.lastIndexOf('/') + 1)).getFileName();
        return !stem.isEmpty() || folder == null ? stem : name(folder.toString());
    }

    /** Letters, digits, hyphens and underscores; the date at the end of a name does not last. */
    static String name(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("(-?(20\\d{2})(-?\\d{1,2}){0,2}|-\\d{1,2})$", "")
                .replaceAll("^-+|-+$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether there is a file that is really called so, wildcards or not. */
    static boolean exists(String written) {
        try {
            return Files.exists(Path.of(written));
        } catch (InvalidPathException wildcard) { // which a file's name may not hold on some systems
            return false;
        }
    }

    private static int wildcard(String written) {
        int at = 0;
        while (at < written.length() && WILDCARDS.indexOf(written.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
