package dev.kenshin.housekeeping;

import dev.kenshin.file.OwnerOnly;
import dev.kenshin.housekeeping.Manifest.Item;
import dev.kenshin.housekeeping.Manifest.Kind;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.privacy.PersonalFiles;
import dev.kenshin.privacy.Succession;
import dev.kenshin.privacy.Succession.Told;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts a backup in the place of a home. All files are unpacked into a directory within the home and checked before anything
 * else is touched; then what was there moves aside, and what was unpacked moves up, entry by entry.
 *
 * <p>From the first move to the last a marker says how far it got: no night runs meanwhile, and the same command goes on
 * there. The home's directory itself stays, since it may be where a volume is mounted.
 */
public final class Restore {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String REPLACED = ".replaced-";
    private static final String FOREIGN = "foreign";
    /** Lies at the root of an ext4 volume, and belongs to root. */
    private static final String OF_VOLUME = "lost+found";

    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Home home;
    private final Instant now;
    private final Path unpacked;
    private final Path movingOld;
    private final Path movingNew;

    public Restore(Home home, Instant now) {
        this.home = home;
        this.now = now;
        this.unpacked = home.restoring().resolve("new");
        this.movingOld = home.restoring().resolve("moving-old");
        this.movingNew = home.restoring().resolve("moving-new");
    }

    /**
     * What was restored.
     *
     * @param aside where the former content lies; empty where there was none
     * @param told what it has been told of those who were forgotten since the backup
     */
    public record Restored(Manifest manifest, Optional<Path> aside, Told told) {}

    /**
     * Restores.
     *
     * @param replace move aside what is there; otherwise the home must be empty
     * @throws HousekeepingFailure if the backup is damaged, a run is going on, the home is not empty, or there is too little
     *     room; nothing has been changed then
     */
    public Restored run(Path file, boolean replace) throws IOException {
        try (Archive archive = Archive.open(file)) {
            archive.verify();
            home.create();
            try (RunLock lock = RunLock.tryAcquire(home).orElseThrow(() -> Locked.busy(home.directory()))) {
                if (home.isBeingRestored()) {
                    requireSame(archive.manifest());
                } else {
                    prepare(archive, replace);
                }
                return move(archive.manifest());
            }
        }
    }

    /** Whether an entry of a home is only there for restoring, for the lock, or for the volume that the home is. */
    static boolean isOwn(String name) {
        return name.equals("run.lock") || isOfRestore(name) || name.equals(OF_VOLUME);
    }

    /** Whether an entry of a home is only there for restoring. */
    static boolean isOfRestore(String name) {
        return name.equals(Home.RESTORING) || name.startsWith(REPLACED);
    }

    private void prepare(Archive archive, boolean replace) throws IOException {
        Trees.delete(home.restoring());
        if (!replace && !entries(home.directory()).isEmpty()) {
            throw notEmpty();
        }
        requireRoom(archive.manifest());
        Files.createDirectory(home.restoring(), OwnerOnly.directory());
        Files.createDirectory(unpacked, OwnerOnly.directory());
        try {
            unpack(archive);
        } catch (IOException | RuntimeException e) {
            Trees.delete(home.restoring());
            throw e;
        }
        Told told = Succession.tell(PersonalFiles.in(home.directory()), PersonalFiles.in(unpacked));
        mark(movingOld, List.of(freeName(), archive.manifest().made().toString(), text(told)));
    }

    /** Links come last, so that nothing is written through one. */
    private void unpack(Archive archive) throws IOException {
        List<Item> items = archive.manifest().items();
        for (Item item : items) {
            Path path = unpacked.resolve(item.path());
            if (item.kind() == Kind.DIRECTORY) {
                Files.createDirectory(path, OwnerOnly.directory());
            } else if (item.kind() == Kind.FILE) {
                write(archive, item, path);
            }
        }
        for (Item item : items) {
            if (item.kind() == Kind.LINK) {
                Files.createSymbolicLink(unpacked.resolve(item.path()), Path.of(item.target()));
            }
        }
        for (Item item : items) {
            if (item.kind() == Kind.DIRECTORY) {
                Trees.force(unpacked.resolve(item.path()));
            }
        }
        Trees.force(unpacked);
    }

    private static void write(Archive archive, Item item, Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, FRESH, OwnerOnly.file());
                OutputStream out = Channels.newOutputStream(channel)) {
            archive.copy(item, out);
            channel.force(true);
        }
    }

    /** Goes on where the markers say; while the first is there, whatever lies in the home is of old. */
    private Restored move(Manifest manifest) throws IOException {
        if (Files.exists(movingOld)) {
            Path aside = aside(movingOld);
            for (Path entry : entries(home.directory())) {
                if (!Files.exists(aside)) {
                    Files.createDirectory(aside, OwnerOnly.directory());
                }
                Files.move(entry, aside.resolve(entry.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            Trees.force(home.directory());
            Files.move(movingOld, movingNew, StandardCopyOption.ATOMIC_MOVE);
            Trees.force(home.restoring());
        }
        Path aside = aside(movingNew);
        Told told = told(Files.readAllLines(movingNew).get(2));
        if (Files.exists(unpacked)) {
            for (Path entry : entries(unpacked)) {
                Files.move(entry, home.directory().resolve(entry.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            Trees.force(home.directory());
            Trees.delete(unpacked);
        }
        Trees.delete(home.restoring());
        return new Restored(manifest, Optional.of(aside).filter(Files::exists), told);
    }

    /** A marker says where the old entries go, which backup it is, and what is to be said at the end. */
    private void mark(Path marker, List<String> lines) throws IOException {
        Path half = marker.resolveSibling("marker.part");
        Files.write(half, lines);
        Trees.force(half);
        Files.move(half, marker, StandardCopyOption.ATOMIC_MOVE);
        Trees.force(home.restoring());
    }

    /** One restore may follow another within a second. */
    private String freeName() {
        String name = REPLACED + TIME.format(now);
        String free = name;
        for (int i = 2; Files.exists(home.directory().resolve(free)); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static String text(Told told) {
        return told.foreign()
                ? FOREIGN
                : told.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Told told(String text) {
        return text.equals(FOREIGN)
                ? new Told(List.of(), true)
                : new Told(
                        Pattern.compile(",")
                                .splitAsStream(text)
                                .filter(number -> !number.isEmpty())
                                .map(Integer::valueOf)
                                .toList(),
                        false);
    }

    private Path aside(Path marker) throws IOException {
        return home.directory().resolve(Files.readAllLines(marker).get(0));
    }

    private void requireSame(Manifest manifest) throws IOException {
        String made = Files.readAllLines(Files.exists(movingOld) ? movingOld : movingNew)
                .get(1);
        if (!made.equals(manifest.made().toString())) {
            throw HousekeepingFailure.failed(
                    "KEN-K11",
                    home.directory(),
                    new Text(
                            "別のバックアップ（" + made + " 作成）の復元が途中で止まっています。",
                            "the restore of another backup, made " + made + ", was killed half way."),
                    new Text("先にそのバックアップを同じコマンドで復元してください。", "Restore that one first, with the same command."));
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        return Trees.entries(directory).stream()
                .filter(entry -> !isOwn(String.valueOf(entry.getFileName())))
                .toList();
    }

    private void requireRoom(Manifest manifest) throws IOException {
        long needed = manifest.bytes()
                + manifest.bytes() / 20
                + 4096L * manifest.items().size();
        long free = Files.getFileStore(home.directory()).getUsableSpace();
        if (free < needed) {
            throw HousekeepingFailure.failed(
                    "KEN-K09",
                    home.directory(),
                    new Text(
                            "空きが足りません（必要 " + Sizes.words(needed) + "、空き " + Sizes.words(free) + "）。何も変更していません。",
                            "there is too little room (needed " + Sizes.words(needed) + ", free " + Sizes.words(free)
                                    + "); nothing was changed."),
                    new Text("空きを作ってから、同じコマンドを実行してください。", "Make room, and give the same command again."));
        }
    }

    private HousekeepingFailure notEmpty() {
        return HousekeepingFailure.usage(
                "KEN-K10",
                home.directory(),
                new Text(
                        "ホーム「" + home.directory() + "」は空ではありません。何も変更していません。",
                        "the home '" + home.directory() + "' is not empty; nothing was changed."),
                new Text(
                        "--replace を付けると、今の中身を脇へ移してから復元します。別の --home も指定できます。",
                        "Add --replace to move aside what is there, or give another --home."));
    }
}
