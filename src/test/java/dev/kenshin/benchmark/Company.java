package dev.kenshin.benchmark;

import dev.kenshin.sample.SampleCompany;
import dev.kenshin.sample.SampleRequest;
import dev.kenshin.sample.SampleRequest.EventFiles;
import dev.kenshin.sample.SampleRequest.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The company whose nights are measured. {@code first} and {@code second} hold its files as of either night, {@code
 * sample-data} those of the night at hand, where the shipped configuration looks for them.
 *
 * @param directory of everything, configuration included
 */
record Company(Path directory, EventFormat format, int accounts) {
    static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 10, 30);
    static final LocalDate SECOND_NIGHT = FIRST_NIGHT.plusDays(1);

    /** A job that publishes CSV files only, as the plain script does, and the shipped one. */
    static final List<String> JOBS = List.of("tables", "nightly");

    private static final int DAYS = 100;
    private static final double EVENTS_PER_ACCOUNT_AND_DAY = 20;
    private static final long SEED = 5_000;

    static Company in(Path directory, EventFormat format, int accounts) {
        String name = format.name().toLowerCase(Locale.ROOT) + "-" + accounts;
        return new Company(directory.resolve(name), format, accounts);
    }

    /** Makes what is not there yet. */
    void prepare() throws IOException {
        if (Files.notExists(directory.resolve("complete"))) {
            SampleCompany.generate(request("first", FIRST_NIGHT, DAYS), file -> {});
            SampleCompany.addLastDay(request("second", SECOND_NIGHT, DAYS + 1), file -> {});
            copies("first");
            copies("second");
            Files.createFile(directory.resolve("complete"));
        }
        new Settings(directory, format).write();
    }

    /** How many bytes of events there are on the first night. */
    long eventBytes() throws IOException {
        long bytes = 0;
        for (Path file : files(directory.resolve("first/product/events"))) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    void firstNight() throws IOException {
        Path tonight = directory.resolve("sample-data");
        if (Files.exists(tonight)) {
            Tree.delete(tonight);
        }
        Tree.link(directory.resolve("first"), tonight);
    }

    /** To be called after the first. */
    void secondNight() throws IOException {
        Tree.link(directory.resolve("second"), directory.resolve("sample-data"));
    }

    /** They come into {@code sample-data} along with the night's files. */
    private void copies(String night) throws IOException {
        Path files = directory.resolve(night);
        new Copies(files, files.resolve("plain")).make();
    }

    private SampleRequest request(String name, LocalDate lastDay, int days) {
        return new SampleRequest(
                accounts,
                days,
                lastDay,
                SEED,
                directory.resolve(name),
                format,
                EventFiles.DAY,
                EVENTS_PER_ACCOUNT_AND_DAY);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
