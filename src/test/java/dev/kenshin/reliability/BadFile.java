package dev.kenshin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

/** A file is not what it should be; the next evening it is. */
record BadFile(String file, Mishap mishap, List<String> options) implements Fault {
    private static final int GATE = 65;
    private static final int SOURCE_UNAVAILABLE = 69;

    /** Every kind of file, and what may become of it. */
    static final List<BadFile> ALL = List.of(
            new BadFile("files/contracts.csv", Mishap.CUT_OFF),
            new BadFile("files/answers.xlsx", Mishap.CUT_OFF),
            new BadFile("files/contracts.csv", Mishap.WITHOUT_ROWS),
            new BadFile("files/answers.xlsx", Mishap.GARBAGE),
            new BadFile("files/tickets.jsonl", Mishap.CUT_OFF),
            new BadFile("files/contracts.csv", Mishap.TENFOLD, List.of("-Xmx512m")),
            new BadFile("files/contracts.csv", Mishap.EMPTY),
            new BadFile("files/answers.xlsx", Mishap.EMPTY),
            new BadFile("files/accounts.csv", Mishap.GARBAGE),
            new BadFile("files/accounts.csv", Mishap.WITHOUT_ROWS),
            new BadFile("files/answers.xlsx", Mishap.WITHOUT_ROWS),
            new BadFile("files/tickets.jsonl", Mishap.EMPTY),
            new BadFile("files/events/2026-11-01.csv", Mishap.GARBAGE));

    BadFile(String file, Mishap mishap) {
        this(file, mishap, List.of());
    }

    /** What can become of a file. */
    enum Mishap {
        CUT_OFF("a file is cut off", SOURCE_UNAVAILABLE) {
            @Override
            byte[] of(byte[] whole) {
                return Arrays.copyOf(whole, whole.length / 2 + 1);
            }
        },
        EMPTY("a file is empty", SOURCE_UNAVAILABLE) {
            @Override
            byte[] of(byte[] whole) {
                return new byte[0];
            }
        },
        GARBAGE("a file holds something else", SOURCE_UNAVAILABLE) {
            @Override
            byte[] of(byte[] whole) {
                byte[] garbage = new byte[whole.length];
                for (int i = 0; i < garbage.length; i++) {
                    garbage[i] = (byte) (i * 31 + 129);
                }
                return garbage;
            }
        },
        WITHOUT_ROWS("a file has no rows", GATE) {
            @Override
            byte[] of(byte[] whole) throws IOException {
                return Rows.none(whole);
            }
        },
        TENFOLD("a source is ten times as large, with half the heap", GATE) {
            @Override
            byte[] of(byte[] whole) {
                return Rows.many(whole, 10);
            }
        };

        private final String words;
        private final int expected;

        Mishap(String words, int expected) {
            this.words = words;
            this.expected = expected;
        }

        abstract byte[] of(byte[] whole) throws IOException;
    }

    @Override
    public String name() {
        return mishap.words;
    }

    @Override
    public String detail() {
        return file + " " + mishap + " " + options;
    }

    @Override
    public boolean strike(Round round) throws Exception {
        Path path = round.ownCompany().resolve(file);
        byte[] whole = Files.readAllBytes(path);
        FileTime modified = Files.getLastModifiedTime(path);
        Files.write(path, mishap.of(whole));
        try (Run run = round.start(options.toArray(String[]::new))) {
            round.expectExit(run, mishap.expected);
        }
        round.readersSeeOld();
        Files.write(path, whole);
        // What is known of files of events tells when they were written.
        Files.setLastModifiedTime(path, modified);
        return true;
    }
}
