package dev.kenshin.source.file;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which files a stream's {@code path} means. They must lie below one directory, symbolic links followed: the source's
 * {@code root} (an absolute directory), or else the one that holds the configuration.
 */
public final class SourceFiles {
    private final Path root;

    private SourceFiles(Path root) {
        this.root = root;
    }

    /** Reads {@code root} of the source and {@code path} of its streams; mistakes go to {@code problems}. */
    public static SourceFiles of(SourceConfig config, Path base, Problems problems) {
        Path root = config.options()
                .text("root")
                .map(text -> absolute(text, config, problems))
                .orElse(base)
                .toAbsolutePath()
                .normalize();
        SourceFiles files = new SourceFiles(root);
        config.streams().values().forEach(stream -> files.check(stream, problems));
        return files;
    }

    /**
     * The stream's files, sorted by path; at least one.
     *
     * @throws SourceUnavailable if there is none (KEN-S10), or one that lies elsewhere (KEN-S04)
     */
    public List<SourceFile> find(StreamConfig stream) throws SourceUnavailable {
        String path = stream.options().text("path").orElseThrow();
        FilePattern pattern = FilePattern.of(root, path);
        try {
            List<SourceFile> found = pattern.files();
            if (found.isEmpty()) {
                throw new SourceUnavailable(FileProblems.notFound(path, pattern));
            }
            for (SourceFile file : found) {
                checkReal(file);
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new SourceUnavailable(FileProblems.unreadable(path, e), e);
        }
    }

    private static Path absolute(String text, SourceConfig config, Problems problems) {
        Path root = Path.of(text);
        if (!root.isAbsolute()) {
            problems.add(FileProblems.relativeRoot(text, config.options().at("root")));
        }
        return root;
    }

    private void check(StreamConfig stream, Problems problems) {
        stream.options()
                .text("path")
                .filter(path -> !path.isBlank())
                .ifPresentOrElse(
                        path -> checkInside(path, stream, problems), () -> problems.add(FileProblems.noPath(stream)));
    }

    private void checkInside(String path, StreamConfig stream, Problems problems) {
        if (!inside(path)) {
            problems.add(FileProblems.outside(path, root, stream.options().at("path")));
        }
    }

    private boolean inside(String path) {
        try {
            FilePattern pattern = FilePattern.of(root, path);
            return pattern.start().startsWith(root) && !pattern.climbs();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void checkReal(SourceFile file) throws IOException, SourceUnavailable {
        if (!file.path().toRealPath().startsWith(root.toRealPath())) {
            throw new SourceUnavailable(FileProblems.outside(file.name(), root, file.whole()));
        }
        if (Files.isDirectory(file.path())) {
            throw new SourceUnavailable(FileProblems.directory(file));
        }
    }
}
