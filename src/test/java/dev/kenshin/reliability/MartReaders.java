package dev.kenshin.reliability;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads the mart again and again while a round is played; each time it must be wholly the old one or wholly the new one. */
final class MartReaders implements AutoCloseable {
    private static final int BETWEEN_MILLIS = 20;

    private final PostgresServer server;
    private final Round round;
    private final Set<String> seen = new HashSet<>();
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "mart-readers");

    private MartReaders(PostgresServer server, Round round) {
        this.server = server;
        this.round = round;
    }

    static MartReaders watch(PostgresServer server, Round round) {
        MartReaders readers = new MartReaders(server, round);
        readers.thread.start();
        return readers;
    }

    @Override
    public void close() throws InterruptedException {
        enough.countDown();
        thread.join();
        seen.remove(round.scene().old().parts().get("mart"));
        seen.remove(round.scene().done().parts().get("mart"));
        seen.forEach(hash -> round.wrong("a reader saw a mart that is neither the old nor the new one: " + hash));
    }

    private void read() {
        try {
            while (!enough.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (server.holdsMart()) {
                seen.add(server.martRows().orElse("nothing"));
            }
        } catch (SQLException down) {
            // Who cannot read sees nothing wrong.
        }
    }
}
