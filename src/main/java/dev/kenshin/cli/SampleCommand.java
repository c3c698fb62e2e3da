package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.sample.SampleCompany;
import dev.kenshin.sample.SampleRequest;
import dev.kenshin.sample.SampleRequest.EventFiles;
import dev.kenshin.sample.SampleRequest.EventFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kenshin sample}: writes the source files of a company that does not exist, of any size. */
@Command(name = "sample", mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "120", descriptionKey = "accounts")
    private int accounts;

    @Option(names = "--days", paramLabel = "N", defaultValue = "396", descriptionKey = "days")
    private int days;

    @Option(names = "--last-day", paramLabel = "DATE", defaultValue = "2026-10-31", descriptionKey = "last-day")
    private LocalDate lastDay = LocalDate.EPOCH;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "20261031", descriptionKey = "seed")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "out")
    private Path out = Path.of("");

    @Option(names = "--events", paramLabel = "parquet|csv", defaultValue = "parquet", descriptionKey = "events")
    private EventFormat events = EventFormat.PARQUET;

    @Option(names = "--event-files", paramLabel = "month|day", defaultValue = "month", descriptionKey = "event-files")
    private EventFiles files = EventFiles.MONTH;

    @Option(names = "--events-per-day", paramLabel = "X", defaultValue = "9", descriptionKey = "events-per-day")
    private double eventsPerDay;

    SampleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        SampleRequest request = new SampleRequest(accounts, days, lastDay, seed, out, events, files, eventsPerDay);
        SampleCompany.generate(request, session.terminal().out()::println);
        return ExitCode.DONE.code();
    }
}
