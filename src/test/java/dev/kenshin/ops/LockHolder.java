package dev.kenshin.ops;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds the lock of a home until its standard input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (RunLock lock = RunLock.tryAcquire(new Home(Path.of(arguments[0]))).orElseThrow()) {
            System.out.println("held");
            while (System.in.read() >= 0) {
                // Whoever started this process closes its input.
            }
        }
    }
}
