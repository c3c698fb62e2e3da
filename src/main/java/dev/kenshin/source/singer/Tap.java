package dev.kenshin.source.singer;

import dev.kenshin.config.Durations;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A tap as it is configured.
 *
 * @param source the name of the source, under which it logs
 * @param command program and arguments, to which Singer's own are added
 * @param config what the tap reads, as written: secrets are only named
 * @param silence how long it may keep its standard output silent
 * @param environment names of variables that are passed on to it
 * @param base where it runs, and where relative paths start
 * @param folder where its files lie while it runs
 */
record Tap(
        String source,
        List<String> command,
        Yaml.Mapping config,
        CatalogUse catalog,
        Duration silence,
        List<String> environment,
        Path base,
        Path folder) {
    private static final Duration SILENCE = Duration.ofMinutes(30);

    static Tap of(SourceConfig config, Path base, Problems problems) {
        Yaml.Mapping options = config.options();
        List<String> command = options.get("command").map(Yaml::asTexts).orElse(List.of());
        if (command.isEmpty() || command.get(0).isBlank()) {
            problems.add(SingerProblems.noCommand(config));
        }
        Yaml.Mapping values =
                options.mapping("config").orElseGet(() -> new Yaml.Mapping(Map.of(), Map.of(), config.at()));
        refuseSecrets(values, problems);
        return new Tap(
                config.name(),
                command.isEmpty() ? List.of() : located(command, base),
                values,
                catalog(config, problems),
                silence(config, problems),
                options.get("environment").map(Yaml::asTexts).orElse(List.of()),
                base,
                base.resolve(options.text("folder").orElse("data/taps/" + config.name())));
    }

    Tap withSilence(Duration other) {
        return new Tap(source, command, config, catalog, other, environment, base, folder);
    }

    /** A program without a folder is looked for by {@code PATH}. */
    private static List<String> located(List<String> command, Path base) {
        List<String> located = new ArrayList<>(command);
        if (command.get(0).contains("/")) {
            located.set(
                    0, base.toAbsolutePath().resolve(command.get(0)).normalize().toString());
        }
        return List.copyOf(located);
    }

    private static void refuseSecrets(Yaml.Mapping config, Problems problems) {
        config.entries().forEach((name, value) -> {
            if (value instanceof Yaml.Mapping nested) {
                refuseSecrets(nested, problems);
            } else if (value instanceof Yaml.Scalar scalar
                    && scalar.value() instanceof String
                    && Blotting.isSecret(name)
                    && !scalar.text().isEmpty()
                    && !scalar.text().contains("${")) {
                problems.add(SingerProblems.secretWrittenOut(name, scalar.at()));
            }
        });
    }

    private static CatalogUse catalog(SourceConfig config, Problems problems) {
        String word = config.options().text("catalog").orElse("discover");
        try {
            return CatalogUse.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.add(SingerProblems.unknownCatalogUse(config, word));
            return CatalogUse.DISCOVER;
        }
    }

    private static Duration silence(SourceConfig config, Problems problems) {
        Optional<String> word = config.options().text("timeout");
        Optional<Duration> read = word.flatMap(Durations::parse).filter(length -> !length.isZero());
        if (word.isPresent() && read.isEmpty()) {
            problems.add(SingerProblems.unreadableTimeout(config, word.get()));
        }
        return read.orElse(SILENCE);
    }
}
