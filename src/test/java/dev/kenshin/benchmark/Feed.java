package dev.kenshin.benchmark;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.StepReport;
import dev.kenshin.sample.SampleCompany;
import dev.kenshin.sample.SampleRequest;
import dev.kenshin.sample.SampleRequest.EventFiles;
import dev.kenshin.sample.SampleRequest.EventFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A night that reads an app of many small records from the sandbox's kintone, by the shipped manifest, and lands them. It
 * computes and publishes the scores of a handful of accounts besides, which takes hardly any time.
 *
 * @param directory of everything, configuration included
 */
record Feed(Path directory, int records) {
    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 31);
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int ACCOUNTS = 5;
    private static final String SOURCE = """
            type: rest
            manifest: config/connectors/kintone.yaml
            config: { base_url: '%s', app: 1, api_token: sandbox }
            allow-private-network: true
            streams:
              records: {}
            """;

    static Feed in(Path directory, int records) {
        return new Feed(directory.resolve("rest-" + records), records);
    }

    /** What the sandbox shows: {@code crm/accounts.csv} is the app that is read. */
    Path served() {
        return directory.resolve("served");
    }

    /** Makes what is not there yet. */
    void prepare() throws IOException {
        if (Files.notExists(directory.resolve("complete"))) {
            Path company = directory.resolve("sample-data");
            SampleCompany.generate(request(company), file -> {});
            Tree.copy(company, served());
            writeRecords(served().resolve("crm/accounts.csv"));
            Files.createFile(directory.resolve("complete"));
        }
    }

    /** The shipped configuration and one more source; the home is empty again. */
    void configure(String kintone) throws IOException {
        for (String part : new String[] {"config", "jobs", "home"}) {
            if (Files.exists(directory.resolve(part))) {
                Tree.delete(directory.resolve(part));
            }
        }
        Tree.copy(Path.of("config"), directory.resolve("config"));
        Tree.copy(Path.of("jobs"), directory.resolve("jobs"));
        Files.writeString(directory.resolve("config/sources/feed.yaml"), SOURCE.formatted(kintone));
        Files.writeString(
                directory.resolve("jobs/feed.yaml"),
                "sources: [crm, feed]\nscorecards: [onboarding, standard]\npublish: [tables]\n");
    }

    Measured run(String name, String... further) throws IOException, InterruptedException {
        String[] arguments = {"run", "feed", "--as-of", NIGHT.toString(), "--home", "home"};
        return Jvm.kenshin(directory, name, Jvm.concat(arguments, further));
    }

    /** From the first call until everything was staged. */
    double extracting() throws IOException {
        return step("extract feed.records").seconds();
    }

    double landing() throws IOException {
        StepReport step = step("land feed.records");
        long extracted = step.counts().getOrDefault("extracted", 0L);
        if (extracted != records) {
            throw new IllegalStateException(extracted + " records landed, not " + records);
        }
        return step.seconds();
    }

    private StepReport step(String name) throws IOException {
        return new RunReports(new Home(directory.resolve("home")))
                .last(1).get(0).steps().stream()
                        .filter(step -> step.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static SampleRequest request(Path company) {
        return new SampleRequest(ACCOUNTS, 30, NIGHT, 1, company, EventFormat.PARQUET, EventFiles.MONTH, 1);
    }

    private void writeRecords(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, SHIFT_JIS)) {
            out.write("顧客番号,会社名,業種,担当者,単価,更新日\n");
            for (int i = 1; i <= records; i++) {
                out.write("C%07d,株式会社サンプル%d,製造業,山田 太郎,%d,2026-10-%02d%n".formatted(i, i, i % 9_973 * 10, i % 28 + 1));
            }
        }
    }
}
