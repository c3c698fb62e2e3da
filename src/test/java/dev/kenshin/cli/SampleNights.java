package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.BackfillRequest;
import dev.kenshin.job.BackfillResult;
import dev.kenshin.job.BackfillRunner;
import dev.kenshin.job.Every;
import dev.kenshin.job.KnownAt;
import dev.kenshin.job.NightCompiler;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.NightRequest;
import dev.kenshin.job.NightRunner;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Nights of the shipped sample company, in a home of the test's own. */
final class SampleNights {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String JOB = """
            sources: [crm, projects, support, product, upsell-targets, nps, meetings]
            usage: [product]
            scorecards: [onboarding, standard]
            publish: [tables]
            """;

    private SampleNights() {}

    /** Runs the nights one after the other; they differ from the shipped job in that only CSV tables are published. */
    static void run(Path home, LocalDate... nights) throws IOException {
        NightPlan plan = plan(home);
        for (LocalDate night : nights) {
            assertThat(run(plan, new Home(home), new NightRequest(night, false)))
                    .isIn(ExitCode.DONE, ExitCode.WARNINGS);
        }
    }

    private static ExitCode run(NightPlan plan, Home home, NightRequest request) throws IOException {
        home.create();
        try (RunLock lock = RunLock.tryAcquire(home).orElseThrow()) {
            return new NightRunner(plan, lock, CLOCK, new Secrets(Map.of()), report -> {})
                    .run(request)
                    .exitCode();
        }
    }

    /** Computes the ends of months afterwards. */
    static void backfill(Path home, LocalDate from, LocalDate to) throws IOException, SQLException {
        BackfillRequest months = new BackfillRequest(from, to, Every.MONTH, false, new KnownAt.Now());
        BackfillResult result =
                new BackfillRunner(plan(home), new Home(home), CLOCK, new Secrets(Map.of()), report -> {}).run(months);
        assertThat(result.exitCode()).isIn(ExitCode.DONE, ExitCode.WARNINGS);
    }

    private static NightPlan plan(Path home) throws IOException {
        Path jobs = Files.createDirectories(home.resolveSibling("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), JOB);
        Problems problems = new Problems();
        Configuration configuration = ConfigurationReader.read(
                Path.of("config"),
                jobs,
                Model.TABLES.stream().map(ModelTable::name).collect(Collectors.toSet()));
        return NightCompiler.compile(
                configuration,
                Objects.requireNonNull(configuration.jobs().get("nightly")),
                home,
                new Secrets(Map.of()),
                problems);
    }
}
