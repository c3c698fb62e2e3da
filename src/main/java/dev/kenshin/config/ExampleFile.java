package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of examples, {@code *.spec.yaml}, as it was written. Examples say what the configuration shall do, and are no
 * part of it: they change neither its hash nor any score.
 *
 * @param name the file's name without {@code .spec.yaml}: most often that of the file it lies beside
 * @param path as the user gave it
 */
public record ExampleFile(String name, String path, Yaml.Mapping tree) {

    /**
     * Reads all files of examples below a folder, in the order of their paths.
     *
     * @param problems receives what is wrong with their form; files that are no YAML are left out
     */
    public static List<ExampleFile> read(Path configDir, Problems problems) {
        YamlReader reader = new YamlReader(problems);
        SchemaCheck check = new SchemaCheck(new Schemas(), problems);
        List<ExampleFile> files = new ArrayList<>();
        for (ConfigFile file : new ConfigFiles(problems).findExamples(configDir)) {
            Optional<Yaml.Mapping> tree = reader.read(file);
            tree.ifPresent(readable -> check.check(ConfigTree.of(file, readable)));
            tree.ifPresent(readable -> files.add(new ExampleFile(file.name(), file.shown(), readable)));
        }
        return files;
    }
}
