package dev.kenshin.benchmark;

import dev.kenshin.sample.SampleRequest.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs nights of a company with 5,000 accounts and 10 million usage events, each in a process of its own, and prints how
 * long they took. The company is generated once and kept in {@code target/benchmark}.
 */
public final class Benchmark {
    private static final Path DIRECTORY = Path.of("target", "benchmark").toAbsolutePath();

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<EventFormat> formats =
                arguments.length == 0 ? List.of(EventFormat.values()) : List.of(EventFormat.valueOf(arguments[0]));
        Report report = new Report(System.out);
        report.machine();
        report.startUp(startUp());
        report.scoring(ScoringSpeed.measure());
        for (EventFormat format : formats) {
            nights(Company.in(DIRECTORY, format), report);
        }
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
            report.row("first night", nights.first(), plain);
            report.agreement(Agreement.check(company, nights.home()));
            report.row("second night, one more day", nights.second(), plain);
            report.row("once more, nothing changed", nights.again(), plain);
        }
    }
}
