package dev.kenshin.source.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path that may hold wildcards ({@code *}, {@code ?}, {@code [...]}, {@code {a,b}}, and {@code **} across
 * directories). A file that is really called so is taken first: browsers save {@code report[1].csv}.
 *
 * @param literal the path taken at its word
 * @param start the deepest directory named without a wildcard; the literal's own where there is none
 * @param glob what follows {@code start}; empty without a wildcard
 */
record FilePattern(Path root, Path literal, Path start, String glob) {
    private static final String WILDCARDS = ".*[*?\\[{].*";

    static FilePattern of(Path root, String path) {
        String[] parts = path.split("/", -1);
        int plain = 0;
        while (plain < parts.length && !parts[plain].matches(WILDCARDS)) {
            plain++;
        }
        Path literal = root.resolve(path).normalize();
        if (plain == parts.length) {
            return new FilePattern(root, literal, literal.resolveSibling(""), "");
        }
        String fixed = String.join("/", List.of(parts).subList(0, plain));
        Path start = root.resolve(fixed.isEmpty() && path.startsWith("/") ? "/" : fixed);
        String glob = String.join("/", List.of(parts).subList(plain, parts.length));
        return new FilePattern(root, literal, start.normalize(), glob);
    }

    /** Whether the part with wildcards leads upwards. */
    boolean climbs() {
        return List.of(glob.split("/")).contains("..");
    }

    List<SourceFile> files() throws IOException {
        if (Files.exists(literal)) {
            return List.of(file(literal, literal.resolveSibling("")));
        }
        return glob.isEmpty() || !Files.isDirectory(start) ? List.of() : matches();
    }

    private List<SourceFile> matches() throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        int depth = glob.contains("**") ? Integer.MAX_VALUE : glob.split("/").length;
        try (Stream<Path> found = Files.walk(start, depth)) {
            return found.filter(path -> matcher.matches(start.relativize(path)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> file(path, start))
                    .toList();
        }
    }

    private SourceFile file(Path path, Path directory) {
        return new SourceFile(path, text(root, path), text(directory, path));
    }

    private static String text(Path from, Path path) {
        return from.relativize(path).toString().replace('\\', '/');
    }
}
