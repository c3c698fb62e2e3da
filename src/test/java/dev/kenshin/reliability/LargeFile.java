package dev.kenshin.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that does not fit into the heap is read all the same; the night is played again with the file as it should be. */
record LargeFile() implements Fault {
    private static final String FILE = "files/tickets.jsonl";
    private static final int TIMES = 200_000;
    private static final int HEAP = 64 << 20;

    @Override
    public String name() {
        return "a source is larger than the heap";
    }

    @Override
    public String detail() {
        return FILE + ", " + TIMES + " times as many records";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        Path path = round.ownCompany().resolve(FILE);
        byte[] whole = Files.readAllBytes(path);
        byte[] large = Rows.many(whole, TIMES);
        Files.write(path, large);
        long records = new String(large, UTF_8).lines().count();
        try (Run run = round.start("-Xmx" + HEAP)) {
            round.expectExit(run, 0);
            if (!run.said().contains("extracted " + records)) {
                round.wrong("not all " + records + " records were read: " + run.said());
            }
        }
        Files.write(path, whole);
        round.asBefore();
        return large.length > HEAP;
    }
}
