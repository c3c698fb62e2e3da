package dev.kenshin.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightCompiler;
import dev.kenshin.job.NightPlan;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A company's configuration with its examples. */
record Company(Path config, Configuration configuration, List<NightPlan> plans) {
    private static final Set<String> TABLES =
            Model.TABLES.stream().map(ModelTable::name).collect(Collectors.toSet());

    static Company in(Path config) {
        Problems problems = new Problems();
        Configuration configuration =
                ConfigurationReader.read(config, config.toAbsolutePath().resolveSibling("jobs"), TABLES, problems);
        List<NightPlan> plans = configuration.jobs().values().stream()
                .map(job ->
                        NightCompiler.compile(configuration, job, Path.of("nowhere"), new Secrets(Map.of()), problems))
                .toList();
        assertThat(problems.hasErrors()).as(problems.all().toString()).isFalse();
        return new Company(config, configuration, plans);
    }

    Examples examples() {
        Problems problems = new Problems();
        Examples examples = Examples.read(config, plans, problems);
        assertThat(problems.all()).isEmpty();
        return examples;
    }

    List<Problem> problems() {
        Problems problems = new Problems();
        Examples.read(config, plans, problems);
        return problems.all();
    }
}
