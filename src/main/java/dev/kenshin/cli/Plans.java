package dev.kenshin.cli;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightCompiler;
import dev.kenshin.job.NightPlan;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the configuration, with every mistake at once. */
final class Plans {
    private static final Set<String> TABLES =
            Model.TABLES.stream().map(ModelTable::name).collect(Collectors.toUnmodifiableSet());

    private Plans() {}

    /** @throws ConfigException with all mistakes of the configuration that concern the job */
    static NightPlan of(Folders folders, String job, Secrets secrets) {
        Problems problems = new Problems();
        Configuration configuration = read(folders, problems);
        JobConfig found = configuration.jobs().get(job);
        if (found == null) {
            throw problems.hasErrors() ? new ConfigException(problems.all()) : noJob(job, configuration);
        }
        NightPlan plan =
                NightCompiler.compile(configuration, found, folders.home().directory(), secrets, problems);
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return plan;
    }

    /** Adds every problem of every job; returns the configuration as far as it could be read. */
    static Configuration check(Folders folders, Secrets secrets, Problems problems) {
        Configuration configuration = read(folders, problems);
        for (JobConfig job : configuration.jobs().values()) {
            NightCompiler.compile(configuration, job, folders.home().directory(), secrets, problems);
        }
        return configuration;
    }

    /** The configuration for the sake of its words only, so that mistakes in it do no harm. */
    static Configuration words(Folders folders) {
        return read(folders, new Problems());
    }

    private static Configuration read(Folders folders, Problems problems) {
        return ConfigurationReader.read(folders.config(), folders.jobs(), TABLES, problems);
    }

    private static Refusal noJob(String job, Configuration configuration) {
        String jobs = String.join(", ", configuration.jobs().keySet());
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        "ジョブ「" + job + "」はありません。使えるジョブ: " + jobs,
                        "There is no job '" + job + "'. Use one of: " + jobs));
    }
}
