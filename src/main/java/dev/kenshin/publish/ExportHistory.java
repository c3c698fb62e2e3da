package dev.kenshin.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The published files of all dates, for taking some away. A reader sees a date's files or none; what a kill leaves
 * half removed goes when the next night begins.
 */
public final class ExportHistory {
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern REVISION = Pattern.compile(DATE.pattern() + "-r\\d+");

    private final Path exports;
    private final Path snapshots;

    public ExportHistory(Path exports) {
        this.exports = exports;
        this.snapshots = exports.resolve(".snapshots");
    }

    /** The dates of which there are files, shown or not. */
    public NavigableSet<LocalDate> dates() throws IOException {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        for (String name : names(exports)) {
            date(DATE, name).ifPresent(dates::add);
        }
        for (String name : names(snapshots)) {
            date(REVISION, name).ifPresent(dates::add);
        }
        return dates;
    }

    /** The date to which {@code latest} leads. */
    public Optional<LocalDate> latest() throws IOException {
        Path link = exports.resolve("latest");
        return Files.isSymbolicLink(link)
                ? date(DATE, Files.readSymbolicLink(link).toString())
                : Optional.empty();
    }

    /** The directories of a date, one a revision. */
    public List<Path> revisions(LocalDate date) throws IOException {
        return names(snapshots).stream()
                .filter(name -> date(REVISION, name).equals(Optional.of(date)))
                .sorted()
                .map(snapshots::resolve)
                .toList();
    }

    /** Takes the files of a date away: first from the eyes of readers. */
    public void remove(LocalDate date) throws IOException {
        Directories.delete(exports.resolve(date.toString()));
        if (Files.isDirectory(snapshots)) {
            Directories.force(exports);
            for (Path revision : revisions(date)) {
                Path going = snapshots.resolve(".replaced-" + revision.getFileName());
                Directories.delete(going);
                Files.move(revision, going, StandardCopyOption.ATOMIC_MOVE);
                Directories.delete(going);
            }
        }
    }

    private static Optional<LocalDate> date(Pattern form, String name) {
        Matcher matcher = form.matcher(name);
        return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
    }

    private static List<String> names(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) ? Directories.names(directory) : List.of();
    }
}
