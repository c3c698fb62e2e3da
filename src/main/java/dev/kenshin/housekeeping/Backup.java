package dev.kenshin.housekeeping;

import dev.kenshin.file.OwnerOnly;
import dev.kenshin.housekeeping.Manifest.Item;
import dev.kenshin.housekeeping.Manifest.Kind;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.ExportHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies a home into one file while no run is going on. The file has another name until all of it is written, forced to the
 * disk and read back; whoever sees it under its own name has a whole backup.
 */
public final class Backup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'kenshin-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);
    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Set<String> SECRETS = Set.of("secrets", "taps");

    private final Home home;
    private final String version;
    private final Instant now;
    private final boolean secrets;
    private final Optional<String> repository;

    /**
     * A backup yet to be made.
     *
     * @param version of Kenshin
     * @param secrets whether to take along what servers gave us in the place of configured secrets
     * @param repository the server that keeps the job repository, if any
     */
    public Backup(Home home, String version, Instant now, boolean secrets, Optional<String> repository) {
        this.home = home;
        this.version = version;
        this.now = now;
        this.secrets = secrets;
        this.repository = repository;
    }

    /**
     * Writes the backup.
     *
     * @param target the file, or a directory, in which the backup gets a name by the time
     * @return the file
     * @throws HousekeepingFailure if a run is going on, there is no home, or the file cannot lie there
     */
    public Path write(Path target) throws IOException {
        Path file = Files.isDirectory(target) ? target.resolve(NAME.format(now)) : target;
        try (RunLock lock = Locked.of(home)) {
            requireRoom(file);
            Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
            Files.deleteIfExists(unfinished);
            try {
                writeThrough(unfinished);
                verify(unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                Trees.force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        return file;
    }

    /**
     * Reads a backup, and compares every file with the hash that was taken when it was written.
     *
     * @throws HousekeepingFailure if it is damaged
     */
    public static Manifest verify(Path file) throws IOException {
        try (Archive archive = Archive.open(file)) {
            archive.verify();
            return archive.manifest();
        }
    }

    /** What a backup says of itself, unchecked. */
    public static Manifest manifest(Path file) throws IOException {
        try (Archive archive = Archive.open(file)) {
            return archive.manifest();
        }
    }

    private void writeThrough(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, FRESH, OwnerOnly.file());
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<Item> items = new ArrayList<>();
            Path root = home.directory().toRealPath();
            for (Path path : contents(root, this::isKept)) {
                items.add(add(path, root.relativize(path).toString().replace('\\', '/'), zip));
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest(items).json());
            zip.finish();
            channel.force(true);
        }
    }

    private Manifest manifest(List<Item> items) throws IOException {
        Optional<LocalDate> latest = new ExportHistory(home.exports()).latest();
        return new Manifest(
                Manifest.FORMAT,
                version,
                now,
                latest.map(LocalDate::toString).orElse(null),
                secrets,
                repository.orElse(null),
                items);
    }

    private static Item add(Path path, String name, ZipOutputStream zip) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return link(path, name);
        }
        if (Files.isDirectory(path)) {
            return Item.directory(name);
        }
        zip.putNextEntry(new ZipEntry(name));
        Item item = copy(path, name, zip);
        zip.closeEntry();
        return item;
    }

    private static Item link(Path path, String name) throws IOException {
        Item link = Item.link(name, Files.readSymbolicLink(path).toString().replace('\\', '/'));
        if (!Archive.leadsInside(link)) {
            throw HousekeepingFailure.failed(
                    "KEN-K12",
                    path,
                    new Text(
                            "リンクがホームの外（" + link.target() + "）を指しているため、バックアップできません。",
                            "this link leads out of the home (" + link.target()
                                    + "), so the home cannot be backed up."),
                    new Text(
                            "リンク先をホームの中に置くか、ホームごと別の場所に置いてください。",
                            "Put what it leads to into the home, or the home as a whole elsewhere."));
        }
        return link;
    }

    private static Item copy(Path path, String name, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                DigestInputStream digest = new DigestInputStream(in, Archive.sha256())) {
            long size = digest.transferTo(out);
            return new Item(Kind.FILE, name, size, Archive.hex(digest.getMessageDigest()), "");
        }
    }

    /** Everything but the home itself and what the next run makes anew or throws away. The home may itself be a link. */
    private static List<Path> contents(Path root, Predicate<String> kept) throws IOException {
        List<Path> contents = new ArrayList<>();
        for (Path top : Trees.entries(root)) {
            if (kept.test(String.valueOf(top.getFileName()))) {
                contents.addAll(Trees.contents(top, Comparator.naturalOrder()));
            }
        }
        return contents.stream()
                .filter(path -> Files.isSymbolicLink(path)
                        || Files.isDirectory(path)
                        || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private boolean isKept(String top) {
        return !Restore.isOwn(top)
                && !top.equals("tmp")
                && !top.endsWith(".tmp")
                && !top.contains(".compact")
                && (secrets || !SECRETS.contains(top));
    }

    private void requireRoom(Path file) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw unsuitable(file, new Text("もうあります", "is there already"));
        }
        if (directory == null || !Files.isDirectory(directory)) {
            throw unsuitable(file, new Text("を置くフォルダーがありません", "has no directory to lie in"));
        }
        if (directory.toRealPath().startsWith(home.directory().toRealPath())) {
            throw unsuitable(file, new Text("はホームの中にあります", "would lie in the home itself"));
        }
    }

    private static HousekeepingFailure unsuitable(Path file, Text why) {
        return HousekeepingFailure.usage(
                "KEN-K08",
                file,
                new Text("バックアップのファイル「" + file + "」" + why.ja() + "。", "the backup '" + file + "' " + why.en() + "."),
                new Text(
                        "まだない名前か、ホームの外のフォルダーを指定してください。",
                        "Give a name that is not taken, or a directory outside of the home."));
    }
}
