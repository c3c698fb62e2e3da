package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks up what configuration only names: {@code ${VARIABLE}} in the environment, {@code ${file:/path}} in a file.
 * Connectors ask at the moment of connecting and keep no copy. No message and no {@code toString} shows a value.
 */
public final class Secrets {
    private static final Pattern NAMED = Pattern.compile("\\$\\{([^{}]*)\\}");
    private static final String FILE = "file:";

    private final Map<String, String> environment;

    /** @param environment as {@link System#getenv()} gives it */
    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The scalar's text with everything looked up that it names; text that names nothing stays as it is. A file's last
     * line break does not belong to its value.
     *
     * @throws ConfigException naming every variable or file that is missing
     */
    public String resolve(Yaml value) {
        Problems problems = new Problems();
        String resolved = resolve(value.asText().orElse(""), value.at(), problems);
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return resolved;
    }

    /** Adds a problem for everything that a tree names and that is missing, without telling any value. */
    public void check(Yaml tree, Problems problems) {
        if (tree instanceof Yaml.Mapping mapping) {
            mapping.entries().values().forEach(value -> check(value, problems));
        } else if (tree instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> check(item, problems));
        } else {
            resolve(tree.asText().orElse(""), tree.at(), problems);
        }
    }

    private String resolve(String text, Location at, Problems problems) {
        return NAMED.matcher(text).replaceAll(found -> {
            Optional<String> value = lookUp(found.group(1));
            if (value.isEmpty()) {
                problems.add(missing(found.group(1), at));
            }
            return Matcher.quoteReplacement(value.orElse(""));
        });
    }

    private Optional<String> lookUp(String name) {
        return name.startsWith(FILE)
                ? content(name.substring(FILE.length()))
                : Optional.ofNullable(environment.get(name));
    }

    private static Optional<String> content(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).replaceFirst("\\R\\z", ""));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static Problem missing(String name, Location at) {
        if (name.startsWith(FILE)) {
            String file = name.substring(FILE.length());
            return Problem.error(
                    "KEN-C32",
                    at,
                    new Text("秘密のファイル「" + file + "」を読めません。", "The file of a secret, '" + file + "', cannot be read."),
                    new Text("ファイルの場所と権限を確かめてください。", "Check its place and permissions."));
        }
        return Problem.error(
                "KEN-C31",
                at,
                new Text("環境変数「" + name + "」がありません。", "The environment variable '" + name + "' is not set."),
                new Text("実行する前に設定してください。", "Set it before the run."));
    }

    @Override
    public String toString() {
        return "Secrets of " + environment.size() + " variables";
    }
}
