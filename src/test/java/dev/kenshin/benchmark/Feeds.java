package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How many records a second come through a REST source into landing, and what memory that takes, the more they are. */
final class Feeds {
    private Feeds() {}

    static void measure(Path directory, List<Integer> sizes, Report report) throws IOException, InterruptedException {
        report.feeds();
        for (int records : sizes) {
            Feed feed = Feed.in(directory, records);
            feed.prepare();
            try (Served sandbox = Served.start(feed.served())) {
                feed.configure(sandbox.kintone());
                measure("all of them new", feed, sandbox, report);
                measure("nothing changed", feed, sandbox, report, "--force");
            }
        }
    }

    private static void measure(String name, Feed feed, Served sandbox, Report report, String... further)
            throws IOException, InterruptedException {
        Duration before = sandbox.processor();
        Measured night = feed.run(name.replace(' ', '-'), further);
        report.feed(feed, name, night, sandbox.processor().minus(before));
    }
}
