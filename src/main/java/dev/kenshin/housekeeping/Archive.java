package dev.kenshin.housekeeping;

import dev.kenshin.housekeeping.Manifest.Item;
import dev.kenshin.housekeeping.Manifest.Kind;
import dev.kenshin.problem.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/**
 * A backup that is read. Nothing in it is believed before it was held against the manifest: neither bytes nor names, which
 * must not lead out of the home.
 */
final class Archive implements AutoCloseable {
    /** No manifest of a home is larger; a hostile one must not fill the memory. */
    private static final int LARGEST_MANIFEST = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws HousekeepingFailure if it is no backup, is cut off, or was written by a later Kenshin */
    static Archive open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                Archive archive = new Archive(file, zip, manifest(zip));
                archive.check();
                return archive;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | JacksonException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads every file, and compares it with the manifest. */
    void verify() {
        for (Item item : manifest.items()) {
            if (item.kind() == Kind.FILE) {
                copy(item, OutputStream.nullOutputStream());
            }
        }
    }

    /** Writes a file's bytes. @throws HousekeepingFailure if they are not those that were backed up */
    void copy(Item item, OutputStream out) {
        DigestOutputStream digest = new DigestOutputStream(out, sha256());
        try (InputStream in = zip.getInputStream(new ZipEntry(item.path()))) {
            if (in == null) {
                throw damaged(file, item.path());
            }
            long size = in.transferTo(digest);
            if (size != item.size() || !hex(digest.getMessageDigest()).equals(item.sha256())) {
                throw damaged(file, item.path());
            }
        } catch (ZipException | EOFException e) {
            throw damaged(file, item.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new IOException(Manifest.NAME);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1); // what the archive says of its size may be a lie
            if (bytes.length > LARGEST_MANIFEST) {
                throw new IOException(Manifest.NAME);
            }
            return Manifest.read(bytes);
        }
    }

    private void check() {
        if (manifest.format() > Manifest.FORMAT) {
            throw tooNew();
        }
        Set<String> seen = new HashSet<>();
        for (Item item : manifest.items()) {
            String top = item.path().split("/", 2)[0];
            if (!isWithin(item.path()) || Restore.isOwn(top) || !seen.add(item.path()) || !leadsInside(item)) {
                throw damaged(file, item.path());
            }
        }
    }

    private static boolean isWithin(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && path.indexOf('\\') < 0
                && path.indexOf(':') < 0
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    }

    static boolean leadsInside(Item item) {
        if (item.kind() != Kind.LINK) {
            return true;
        }
        Path home = Path.of("home").toAbsolutePath();
        Path target = Path.of(item.target());
        return !target.isAbsolute()
                && !turnsBack(target)
                && home.resolve(item.path()).resolveSibling(target).normalize().startsWith(home);
    }

    /** Behind a name, which may be a link itself, ".." is not where it seems to be. */
    private static boolean turnsBack(Path target) {
        boolean named = false;
        for (Path name : target) {
            if (!name.toString().equals("..")) {
                named = true;
            } else if (named) {
                return true;
            }
        }
        return false;
    }

    private HousekeepingFailure tooNew() {
        return HousekeepingFailure.failed(
                "KEN-K07",
                file,
                new Text(
                        "新しい Kenshin（" + manifest.kenshin() + "）が作ったバックアップのため、この版では読めません。",
                        "this backup was written by a later Kenshin (" + manifest.kenshin()
                                + "), which this one cannot read."),
                new Text("その版以降の Kenshin で復元してください。", "Restore it with that version or a later one."));
    }

    private static HousekeepingFailure damaged(Path file, String what) {
        return HousekeepingFailure.failed(
                "KEN-K06",
                file,
                new Text(
                        "バックアップではないか、壊れています（" + what + "）。何も変更していません。",
                        "this is no backup, or it is damaged (" + what + "); nothing was changed."),
                new Text("転送し直すか、別のバックアップを使ってください。", "Transfer it again, or take another backup."));
    }
}
