package dev.kenshin.benchmark;

import dev.kenshin.sample.SampleRequest.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs nights of a company with 5,000 accounts and 10 million usage events, each in a process of its own, and prints how
 * long they took; and such that read many records over HTTP. Everything is generated once and kept in {@code
 * target/benchmark}.
 */
public final class Benchmark {
    private static final Path DIRECTORY = Path.of("target", "benchmark").toAbsolutePath();

    private Benchmark() {}

    /**
     * Arguments: how many accounts; the formats of events; how many records come over HTTP. The last two are lists,
     * divided by commas, or {@code none}.
     */
    public static void main(String[] arguments) throws Exception {
        int accounts = Integer.parseInt(arguments[0]);
        Report report = new Report(System.out);
        report.machine();
        report.startUp(startUp());
        report.scoring(ScoringSpeed.measure());
        for (EventFormat format : list(arguments[1], EventFormat::valueOf)) {
            nights(Company.in(DIRECTORY, format, accounts), report);
        }
        Feeds.measure(DIRECTORY, list(arguments[2], Integer::valueOf), report);
    }

    private static <T> List<T> list(String text, Function<String, T> item) {
        return text.equals("none")
                ? List.of()
                : Stream.of(text.split(",")).map(item).toList();
    }

    private static Measured startUp() throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        Jvm.kenshin(DIRECTORY, "version-warm-up", "--version");
        return Jvm.kenshin(DIRECTORY, "version", "--version");
    }

    private static void nights(Company company, Report report) throws Exception {
        company.prepare();
        report.heading(company);
        company.firstNight();
        Measured plain = report.row("plain SQL script", PlainScript.start(company, Company.FIRST_NIGHT));
        for (String job : Company.JOBS) {
            report.publishing(job);
            Nights nights = new Nights(company, job);
            night("first night", nights, nights.first(), plain, report);
            report.agreement(agreement(nights, Company.FIRST_NIGHT));
            night("second night, one more day", nights, nights.second(), plain, report);
            report.agreement(agreement(nights, Company.SECOND_NIGHT));
            night("once more, nothing changed", nights, nights.again(), plain, report);
        }
    }

    private static void night(String name, Nights nights, Measured measured, Measured plain, Report report)
            throws IOException {
        report.row(name, measured, plain);
        report.stages(Stages.of(nights.home()));
    }

    private static Agreement agreement(Nights nights, LocalDate night) throws Exception {
        PlainScript.start(nights.company(), night);
        return Agreement.check(nights.company(), nights.home());
    }
}
