package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightCompiler;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.NightRequest;
import dev.kenshin.job.NightRunner;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path jobs = Files.createDirectories(home.resolveSibling("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), JOB);
        Problems problems = new Problems();
        Configuration configuration = ConfigurationReader.read(
                Path.of("config"),
                jobs,
                Model.TABLES.stream().map(ModelTable::name).collect(Collectors.toSet()));
        Secrets secrets = new Secrets(Map.of());
        NightPlan plan = NightCompiler.compile(
                configuration, Objects.requireNonNull(configuration.jobs().get("nightly")), home, secrets, problems);
        for (LocalDate night : nights) {
            ExitCode code = new NightRunner(plan, new Home(home), CLOCK, secrets, report -> {})
                    .run(new NightRequest(night, false))
                    .exitCode();
            assertThat(code).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        }
    }
}
