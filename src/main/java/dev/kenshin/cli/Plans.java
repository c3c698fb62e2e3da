package dev.kenshin.cli;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.example.Examples;
import dev.kenshin.job.NightCompiler;
import dev.kenshin.job.NightPlan;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the configuration, with every mistake at once. */
final class Plans {
    private static final Set<String> TABLES =
            Model.TABLES.stream().map(ModelTable::name).collect(Collectors.toUnmodifiableSet());

    private Plans() {}

    /** @throws ConfigException with all mistakes of the configuration that concern the job */
    static NightPlan of(Folders folders, String job, Secrets secrets) {
        return of(folders, job, secrets, (configuration, found) -> found);
    }

    /**
     * The plan of a job that is changed a little first.
     *
     * @throws ConfigException with all mistakes of the configuration that concern the job
     */
    static NightPlan of(
            Folders folders, String job, Secrets secrets, BiFunction<Configuration, JobConfig, JobConfig> change) {
        requireFolder(folders.config());
        Problems problems = new Problems();
        Configuration configuration = read(folders, problems);
        JobConfig found = configuration.jobs().get(job);
        if (found == null) {
            Mistakes.check(problems);
            throw noJob(job, configuration);
        }
        NightPlan plan = NightCompiler.compile(
                configuration,
                change.apply(configuration, found),
                folders.home().directory(),
                secrets,
                problems);
        Mistakes.check(problems);
        return plan;
    }

    /** Adds every problem of every job, and tells what could be read of the sources that know; returns the configuration as far as it could be read. */
    static Configuration check(Folders folders, Secrets secrets, Problems problems, Consumer<Text> offers) {
        requireFolder(folders.config());
        Configuration configuration = read(folders, problems);
        List<NightPlan> plans =
                compile(folders, configuration, configuration.jobs().values(), secrets, problems);
        plans.forEach(plan -> plan.offers().forEach(offers));
        Examples.read(folders.config(), problems.hasErrors() ? List.of() : plans, problems);
        return configuration;
    }

    /**
     * The examples of all jobs, or of one.
     *
     * @throws ConfigException with all mistakes of the configuration and of the examples
     */
    static Examples examples(Folders folders, Optional<String> job, Secrets secrets) {
        requireFolder(folders.config());
        Problems problems = new Problems();
        Configuration configuration = read(folders, problems);
        List<JobConfig> jobs = configuration.jobs().values().stream()
                .filter(each -> job.isEmpty() || job.get().equals(each.name()))
                .toList();
        List<NightPlan> plans = compile(folders, configuration, jobs, secrets, problems);
        Mistakes.check(problems);
        Examples examples = Examples.read(folders.config(), plans, problems);
        Mistakes.check(problems);
        return examples;
    }

    /** The names of all jobs, whatever else is wrong. */
    static Set<String> jobs(Folders folders) {
        return words(folders).jobs().keySet();
    }

    private static List<NightPlan> compile(
            Folders folders,
            Configuration configuration,
            Collection<JobConfig> jobs,
            Secrets secrets,
            Problems problems) {
        return jobs.stream()
                .map(job ->
                        NightCompiler.compile(configuration, job, folders.home().directory(), secrets, problems))
                .toList();
    }

    /** The configuration for the sake of its words only, so that mistakes in it do no harm. */
    static Configuration words(Folders folders) {
        return read(folders, new Problems());
    }

    private static Configuration read(Folders folders, Problems problems) {
        return ConfigurationReader.read(folders.config(), folders.jobs(), TABLES, problems);
    }

    /** Without it every name would be reported as unknown. */
    static void requireFolder(Path config) {
        if (!Files.isDirectory(config)) {
            throw new Refusal(
                    ExitCode.CONFIGURATION,
                    new Text(
                            "設定フォルダー「" + config + "」がありません。設定のある場所で実行するか、--config で指定してください。",
                            "There is no folder '" + config
                                    + "'. Run kenshin where the configuration is, or say with --config where that is."));
        }
    }

    private static Refusal noJob(String job, Configuration configuration) {
        String jobs = String.join(", ", configuration.jobs().keySet());
        return new Refusal(
                ExitCode.USAGE,
                jobs.isEmpty()
                        ? new Text(
                                "ジョブが1つもありません。jobs/" + job + ".yaml を作ってください。",
                                "There is no job yet. Write one in jobs/" + job + ".yaml.")
                        : new Text(
                                "ジョブ「" + job + "」はありません。使えるジョブ: " + jobs,
                                "There is no job '" + job + "'. Use one of: " + jobs));
    }
}
