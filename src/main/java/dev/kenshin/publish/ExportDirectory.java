package dev.kenshin.publish;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory in which a reader finds whole snapshots only.
 *
 * <pre>
 * exports/.snapshots/2026-10-31-r2/   the files, never touched again until somebody in them is forgotten
 * exports/2026-10-31 -> .snapshots/2026-10-31-r2
 * exports/latest     -> 2026-10-31
 * </pre>
 *
 * <p>Files are written into a directory under another name, which is renamed when all are there, and then the links are,
 * each at once. Whatever moment a run dies at, readers see the old snapshot or the new, and the next run clears what was
 * left. Of one date the revision before the newest stays for readers who are still at it; older ones go. Only one run
 * at a time may use the directory.
 */
public final class ExportDirectory {
    private static final String STAGING = ".staging-";
    private static final String REPLACED = ".replaced-";
    private static final String LINK = ".link-";
    private static final String RENEWED = "-renewed";

    private final Path exports;
    private final Path snapshots;

    /** At {@code exports}, which is created when the first snapshot begins. */
    public ExportDirectory(Path exports) {
        this.exports = exports;
        this.snapshots = exports.resolve(".snapshots");
    }

    /**
     * The directory to write the snapshot's files into. A run that starts again finds there what it had finished; what
     * runs of other snapshots left behind is removed. Forms that are written side by side all begin here.
     */
    synchronized Path begin(Snapshot snapshot) throws IOException {
        OwnerOnly.createDirectories(snapshots);
        Path staging = staging(snapshot);
        Directories.remove(exports, name -> name.startsWith(LINK));
        Directories.remove(snapshots, name -> name.startsWith(REPLACED));
        discardOtherThan(staging);
        OwnerOnly.createDirectories(staging);
        return staging;
    }

    /** By its name first: what a killed run deleted in part must not be taken for a night's whole work. */
    private void discardOtherThan(Path staging) throws IOException {
        for (String name : Directories.names(snapshots)) {
            if (name.startsWith(STAGING) && !Path.of(name).equals(staging.getFileName())) {
                Files.move(
                        snapshots.resolve(name),
                        snapshots.resolve(REPLACED + name.substring(STAGING.length())),
                        StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Directories.remove(snapshots, name -> name.startsWith(REPLACED));
    }

    /**
     * Whether there is still what was written of the snapshot; where it never began, or was removed as a leftover, every
     * form must be written.
     */
    boolean holds(Snapshot snapshot) {
        return Files.exists(staging(snapshot)) || Files.exists(snapshots.resolve(snapshot.directoryName()));
    }

    /**
     * Shows the snapshot to readers: first under its date, then as {@code latest} unless there is a later date. Doing it
     * again changes nothing.
     *
     * @throws IllegalStateException if the snapshot was never begun
     */
    void switchTo(Snapshot snapshot) throws IOException {
        Path directory = snapshots.resolve(snapshot.directoryName());
        if (Files.exists(staging(snapshot))) {
            settle(staging(snapshot), directory, snapshot);
        } else if (!Files.exists(directory)) {
            throw new IllegalStateException("nothing was written for " + snapshot);
        }
        String date = snapshot.asOf().toString();
        link(date, exports.relativize(directory));
        if (!newerThan(snapshot.asOf())) {
            link("latest", Path.of(date));
        }
        Directories.remove(snapshots, outlived(snapshot));
    }

    /** The snapshots that readers see, one a date. */
    public List<Snapshot> shown() throws IOException {
        List<Snapshot> shown = new ArrayList<>();
        if (Files.isDirectory(snapshots)) {
            for (String name : Directories.names(exports)) {
                if (name.matches("\\d{4}-\\d{2}-\\d{2}") && Files.exists(exports.resolve(name))) {
                    Snapshot.of(exports.resolve(name).toRealPath().getFileName().toString())
                            .ifPresent(shown::add);
                }
            }
        }
        return shown.stream().sorted(Comparator.comparing(Snapshot::asOf)).toList();
    }

    /** Where readers find the files of a snapshot that is shown. */
    public Path directory(Snapshot snapshot) {
        return exports.resolve(snapshot.asOf().toString());
    }

    /**
     * Lets what was written anew take the place of a snapshot that is shown, under the same name. A link points to a copy
     * meanwhile, so that readers see the old files or the new at any moment.
     */
    public void renew(Snapshot snapshot) throws IOException {
        Path directory = snapshots.resolve(snapshot.directoryName());
        Path aside = snapshots.resolve(snapshot.directoryName() + RENEWED);
        Directories.remove(staging(snapshot), name -> name.startsWith("."));
        Directories.delete(aside);
        Files.move(staging(snapshot), aside, StandardCopyOption.ATOMIC_MOVE);
        link(snapshot.asOf().toString(), exports.relativize(aside));
        settle(snapshot, aside, directory);
    }

    /** Ends renewals that were interrupted. */
    public void finishRenewals() throws IOException {
        for (Snapshot snapshot : shown()) {
            Path aside = snapshots.resolve(snapshot.directoryName() + RENEWED);
            if (directory(snapshot).toRealPath().getFileName().equals(aside.getFileName())) {
                settle(snapshot, aside, snapshots.resolve(snapshot.directoryName()));
            }
        }
        if (Files.isDirectory(snapshots)) {
            Directories.remove(snapshots, name -> name.endsWith(RENEWED));
        }
    }

    private void settle(Snapshot snapshot, Path aside, Path directory) throws IOException {
        Directories.delete(staging(snapshot));
        Directories.delete(directory);
        Directories.copy(aside, staging(snapshot));
        Directories.force(staging(snapshot));
        Files.move(staging(snapshot), directory, StandardCopyOption.ATOMIC_MOVE);
        Directories.force(snapshots);
        link(snapshot.asOf().toString(), exports.relativize(directory));
        Directories.delete(aside);
    }

    /** Shows a date no longer; {@code latest} becomes the newest of the others. */
    public void withdraw(Snapshot snapshot) throws IOException {
        String date = snapshot.asOf().toString();
        List<Snapshot> others =
                shown().stream().filter(other -> !other.equals(snapshot)).toList();
        if (!others.isEmpty()) {
            link("latest", Path.of(others.get(others.size() - 1).asOf().toString()));
        } else {
            Files.deleteIfExists(exports.resolve("latest"));
        }
        Files.deleteIfExists(exports.resolve(date));
        Directories.delete(snapshots.resolve(snapshot.directoryName()));
    }

    /** The directories of files that no reader is shown: earlier revisions, and what runs left behind. */
    public List<Path> hidden() throws IOException {
        if (!Files.isDirectory(snapshots)) {
            return List.of();
        }
        Set<Path> visible = new HashSet<>();
        for (Snapshot snapshot : shown()) {
            visible.add(directory(snapshot).toRealPath());
        }
        return Directories.names(snapshots).stream()
                .map(snapshots.toRealPath()::resolve)
                .filter(directory -> !visible.contains(directory))
                .toList();
    }

    /** Deletes one of them. */
    public void discard(Path hidden) throws IOException {
        Directories.delete(hidden);
    }

    private Path staging(Snapshot snapshot) {
        return snapshots.resolve(STAGING + snapshot.directoryName());
    }

    private void settle(Path staging, Path directory, Snapshot snapshot) throws IOException {
        Directories.remove(staging, name -> name.startsWith("."));
        Directories.force(staging);
        if (Files.exists(directory)) {
            Path replaced = snapshots.resolve(REPLACED + snapshot.directoryName());
            Directories.delete(replaced);
            Files.move(directory, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, directory, StandardCopyOption.ATOMIC_MOVE);
        Directories.force(snapshots);
    }

    /** A link cannot be changed, but a new one can take its name in one step. */
    private void link(String name, Path target) throws IOException {
        Path fresh = exports.resolve(LINK + name);
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target);
        Files.move(fresh, exports.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Directories.force(exports);
    }

    /** Computing an old date again must not turn the clock back for those who read {@code latest}. */
    private boolean newerThan(LocalDate asOf) throws IOException {
        Path latest = exports.resolve("latest");
        return Files.exists(latest) && Files.readSymbolicLink(latest).toString().compareTo(asOf.toString()) > 0;
    }

    private Predicate<String> outlived(Snapshot current) throws IOException {
        Pattern revision = Pattern.compile(current.asOf() + "-r(\\d+)");
        int previous = Directories.names(snapshots).stream()
                .map(revision::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .filter(number -> number < current.revision())
                .max()
                .orElse(0);
        return name -> {
            Matcher matcher = revision.matcher(name);
            return name.startsWith(REPLACED) || (matcher.matches() && Integer.parseInt(matcher.group(1)) < previous);
        };
    }
}
