package dev.kenshin.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may use a file, for the new file that takes its place. */
public final class Access {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Optional<PosixFileAttributes> before;

    private Access(Optional<PosixFileAttributes> before) {
        this.before = before;
    }

    /** As it is now; nothing where the file system knows no owners. */
    public static Access of(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return new Access(view == null ? Optional.empty() : Optional.of(view.readAttributes()));
    }

    /** Lets the same people use this file. Where its group cannot be given back, only the owner may. */
    public void give(Path file) throws IOException {
        if (before.isPresent()) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(before.get().permissions());
            if (!isGiven(file, before.get().group())) {
                permissions.retainAll(OWNERS);
            }
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static boolean isGiven(Path file, GroupPrincipal group) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (!view.readAttributes().group().equals(group)) {
                view.setGroup(group);
            }
            return true;
        } catch (IOException notAMember) {
            return false;
        }
    }
}
