package dev.kenshin.example;

import dev.kenshin.config.ExampleFile;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.Trial;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Problems;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The examples of a configuration, and the running of them. */
public final class Examples {
    private final Map<String, NightPlan> plans;
    private final List<Example> examples;

    private Examples(Map<String, NightPlan> plans, List<Example> examples) {
        this.plans = plans;
        this.examples = examples;
    }

    /**
     * Reads all files of examples below a folder.
     *
     * @param plans of the jobs whose examples are wanted, without errors; each example belongs to the first whose streams
     *     it uses
     * @param problems receives all that is wrong; examples may be run only if it holds no errors
     */
    public static Examples read(Path configDir, List<NightPlan> plans, Problems problems) {
        Map<String, NightPlan> byJob = new LinkedHashMap<>();
        plans.forEach(plan -> byJob.put(plan.job().name(), plan));
        List<Example> examples = new ArrayList<>();
        List<ExampleFile> files = ExampleFile.read(configDir, problems);
        if (!plans.isEmpty()) {
            ExampleReader reader = new ExampleReader(plans, problems);
            files.forEach(file -> examples.addAll(reader.read(file)));
        }
        return new Examples(byJob, examples);
    }

    /** In the order of the files. */
    public List<Example> all() {
        return List.copyOf(examples);
    }

    /** Some of them. */
    public Examples only(Predicate<Example> wanted) {
        return new Examples(plans, examples.stream().filter(wanted).toList());
    }

    /**
     * Runs them one after the other, job by job.
     *
     * @param watcher is shown each result as soon as it is there
     * @param language in which reasons of rejections are compared
     */
    public List<ExampleResult> run(Language language, Consumer<ExampleResult> watcher) throws SQLException {
        List<ExampleResult> results = new ArrayList<>();
        for (NightPlan plan : plans.values()) {
            List<Example> own = examples.stream()
                    .filter(example -> example.job().equals(plan.job().name()))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            try (Trial trial = Trial.of(plan)) {
                for (Example example : own) {
                    trial.run(example.given(), example.before());
                    List<Difference> differences = new Comparison(trial, plan, example, language).differences();
                    ExampleResult result = new ExampleResult(example, differences);
                    watcher.accept(result);
                    results.add(result);
                }
            }
        }
        return results;
    }
}
