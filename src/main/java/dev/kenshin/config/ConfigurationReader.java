package dev.kenshin.config;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a whole configuration. Each file becomes a tree with positions, the tree is held against the JSON Schema of its
 * kind, readers turn it into records, and checks compare the records with one another. Every step goes on after a
 * mistake, so that one look shows them all.
 */
public final class ConfigurationReader {
    private final Problems problems;

    private ConfigurationReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The configuration of a company.
     *
     * @param configDir the folder {@code config}
     * @param jobsDir the folder {@code jobs}
     * @param tables the names of the canonical tables
     * @throws ConfigException with all problems of all files, ordered by file and position
     */
    public static Configuration read(Path configDir, Path jobsDir, Set<String> tables) {
        Problems problems = new Problems();
        Configuration configuration = read(configDir, jobsDir, tables, problems);
        if (problems.hasErrors()) {
            throw new ConfigException(
                    problems.all().stream().sorted(Problem.BY_PLACE).toList());
        }
        return configuration;
    }

    /**
     * The configuration as far as it can be understood, so that later stages can check the rest in the same go.
     *
     * @param problems receives all problems of all files; where there are errors, nothing may be run
     */
    public static Configuration read(Path configDir, Path jobsDir, Set<String> tables, Problems problems) {
        return new ConfigurationReader(problems).readAll(configDir, jobsDir, tables);
    }

    private Configuration readAll(Path configDir, Path jobsDir, Set<String> tables) {
        List<ConfigTree> trees = trees(new ConfigFiles(problems).find(configDir, jobsDir));
        checkSchemas(trees);
        Configuration configuration = new Assembly(trees, problems).of(configDir);
        new ConfigurationCheck(configuration, trees, problems).check(tables);
        return configuration;
    }

    private List<ConfigTree> trees(List<ConfigFile> files) {
        YamlReader reader = new YamlReader(problems);
        List<ConfigTree> trees = new ArrayList<>();
        for (ConfigFile file : files) {
            trees.add(reader.read(file)
                    .map(tree -> ConfigTree.of(file, tree))
                    .orElseGet(() -> ConfigTree.unreadable(file)));
        }
        return trees;
    }

    private void checkSchemas(List<ConfigTree> trees) {
        SchemaCheck check = new SchemaCheck(new Schemas(), problems);
        trees.stream().filter(ConfigTree::readable).forEach(check::check);
    }
}
