package dev.kenshin.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Files that only their owner may read, where the file system knows owners; whatever the umask of who started us. */
public final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> STRANGERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /** For a file that is created. */
    public static FileAttribute<?>[] file() {
        return permissions("rw-------");
    }

    /** For a directory that is created. */
    public static FileAttribute<?>[] directory() {
        return permissions("rwx------");
    }

    /** Creates the directory and those above it; what is there keeps its permissions. */
    public static Path createDirectories(Path directory) throws IOException {
        return Files.createDirectories(directory, directory());
    }

    /** Leaves a directory to its owner and group. */
    public static void closeToStrangers(Path directory) throws IOException {
        if (POSIX) {
            take(directory, STRANGERS::contains);
        }
    }

    /** Leaves a file, or a directory and all that is in it, to its owner. Links are not followed. */
    public static void close(Path tree) throws IOException {
        if (POSIX && Files.exists(tree)) {
            Files.walkFileTree(tree, new Closing());
        }
    }

    /** Only its owner may close a file: what belongs to somebody else stays as it is. */
    private static void take(Path path, Predicate<PosixFilePermission> taken) throws IOException {
        Set<PosixFilePermission> given = Files.getPosixFilePermissions(path);
        if (given.stream().anyMatch(taken) && Files.getOwner(path).getName().equals(System.getProperty("user.name"))) {
            Set<PosixFilePermission> kept = EnumSet.copyOf(given);
            kept.removeIf(taken);
            Files.setPosixFilePermissions(path, kept);
        }
    }

    /** Goes through a tree; what vanishes meanwhile needs no closing. */
    private static final class Closing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            take(directory, permission -> !OWNERS.contains(permission));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isSymbolicLink()) {
                take(file, permission -> !OWNERS.contains(permission));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
