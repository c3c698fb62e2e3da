package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of a configuration, and those that were meant to be one but would never be read. */
final class ConfigFiles {
    static final String CROSSWALKS = "crosswalks";
    /** Manifests, in the words of their own dialect; the sources that name them read them. */
    static final String CONNECTORS = "connectors";

    /** Examples of the whole company, which lie beside nothing else. */
    static final String EXAMPLES = "examples";

    private static final String EXTENSION = ".yaml";
    private static final String SPEC = ".spec.yaml";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");
    private static final List<String> PLACES = List.of(
            "sources", "usage", "mappings", "metrics", "segments.yaml", "scorecards", CROSSWALKS, CONNECTORS, EXAMPLES);

    private final Problems problems;

    ConfigFiles(Problems problems) {
        this.problems = problems;
    }

    /** All files, kind by kind and sorted by name. */
    List<ConfigFile> find(Path configDir, Path jobsDir) {
        List<ConfigFile> files = new ArrayList<>(inFolder(Kind.JOB, existing(jobsDir)));
        existing(configDir).forEach(this::checkPlace);
        for (Kind kind : List.of(Kind.SOURCE, Kind.USAGE, Kind.MAPPING, Kind.METRICS, Kind.SCORECARD)) {
            files.addAll(inFolder(kind, entries(configDir.resolve(kind.place()))));
        }
        Path segments = configDir.resolve(Kind.SEGMENTS.place());
        if (Files.isRegularFile(segments)) {
            files.add(new ConfigFile(Kind.SEGMENTS, "segments", segments));
        }
        return files;
    }

    /** All files with examples, sorted by path. */
    List<ConfigFile> findExamples(Path configDir) {
        try (Stream<Path> files = Files.walk(configDir)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().endsWith(SPEC))
                    .sorted()
                    .map(ConfigFiles::examples)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(); // the folder has been reported when the configuration itself was read
        }
    }

    private static ConfigFile examples(Path path) {
        String name = path.getFileName().toString();
        return new ConfigFile(Kind.SPEC, name.substring(0, name.length() - SPEC.length()), path);
    }

    private List<Path> existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            String name = ConfigFile.shown(folder);
            problems.error(
                    "KEN-C01",
                    Location.file(name),
                    new Text("フォルダー「" + name + "」がありません。", "There is no folder '" + name + "'."),
                    new Text("フォルダーを作るか、--config で場所を指定してください。", "Create it, or say with --config where it is."));
        }
        return entries(folder);
    }

    private List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            problems.error(
                    "KEN-C01",
                    Location.file(ConfigFile.shown(folder)),
                    new Text("フォルダーを開けません。", "The folder cannot be opened."),
                    new Text("読み取りの権限を確かめてください。", "Check that you may read it."));
            return List.of();
        }
    }

    private List<ConfigFile> inFolder(Kind kind, List<Path> entries) {
        List<ConfigFile> files = new ArrayList<>();
        for (Path path : entries) {
            String fileName = path.getFileName().toString();
            if (fileName.endsWith(".yml")) {
                rename(path);
            } else if (fileName.endsWith(EXTENSION) && !fileName.endsWith(SPEC)) {
                files.add(named(new ConfigFile(kind, withoutExtension(fileName), path)));
            }
        }
        return files;
    }

    private ConfigFile named(ConfigFile file) {
        if (!NAME.matcher(file.name()).matches()) {
            problems.error(
                    "KEN-C02",
                    file.at(),
                    new Text(
                            "ファイル名「" + file.name() + "」は名前に使えません。",
                            "The file name '" + file.name() + "' cannot serve as a name."),
                    new Text("文字、数字、-、_ だけにしてください。", "Use only letters, digits, - and _."));
        }
        return file;
    }

    private void rename(Path path) {
        problems.error(
                "KEN-C02",
                Location.file(ConfigFile.shown(path)),
                new Text("このファイルは読まれません。", "This file is not read."),
                new Text("拡張子を .yaml にしてください。", "Let its name end in .yaml."));
    }

    /** A misspelt folder would be ignored silently, and with it all that it holds. */
    private void checkPlace(Path path) {
        String name = path.getFileName().toString();
        boolean yaml = (name.endsWith(EXTENSION) && !name.endsWith(SPEC)) || name.endsWith(".yml");
        boolean folderOfYaml = Files.isDirectory(path)
                && entries(path).stream().anyMatch(entry -> entry.toString().endsWith(EXTENSION));
        if (!PLACES.contains(name) && (yaml || folderOfYaml)) {
            problems.error(
                    "KEN-C02",
                    Location.file(ConfigFile.shown(path)),
                    new Text("「" + name + "」は読まれません。", "Nothing reads '" + name + "'."),
                    Suggestion.among(name, PLACES));
        }
    }

    private static String withoutExtension(String fileName) {
        return fileName.substring(0, fileName.length() - EXTENSION.length());
    }
}
