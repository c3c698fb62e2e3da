package dev.kenshin.ops;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** Lets one run in at a time. The operating system holds it, so that it dies with the process, however it dies. */
public final class RunLock implements AutoCloseable {
    private final Home home;
    private final FileChannel channel;
    private final Privacy privacy;

    private RunLock(Home home, FileChannel channel, Privacy privacy) {
        this.home = home;
        this.channel = channel;
        this.privacy = privacy;
    }

    /** The lock of the home, or empty where another run holds it. */
    public static Optional<RunLock> tryAcquire(Home home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.lock(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file());
        try {
            if (tryLock(channel).isPresent()) {
                writeProcess(channel);
                return Optional.of(new RunLock(home, channel, Privacy.of(home)));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static void writeProcess(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** The home that is ours as long as the lock is. */
    public Home home() {
        return home;
    }

    /**
     * Leaves to its owner what has come into the home since the lock was taken. Closing the lock does so as well, but a
     * process that was asked to end may not come so far.
     */
    public void seal() throws IOException {
        privacy.renew();
    }

    /** Another holder in this very process shows as an exception instead of as a refusal. */
    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            seal();
        }
    }
}
