package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts Java processes. */
final class Jvm {
    /** The command that users start, from which the options of all processes are taken. */
    private static final Path LAUNCHER =
            Path.of("src", "assembly", "bin", "kenshin").toAbsolutePath();

    private static final Pattern OPTION = Pattern.compile("(?<=\\s)(-X|--enable)\\S+");

    private static final Path JAR = Path.of("target", "kenshin.jar").toAbsolutePath();
    private static final int WITH_WARNINGS = 3;

    private Jvm() {}

    /** Runs the packaged command in a directory; a night may end with warnings. */
    static Measured kenshin(Path directory, String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = command("-jar", JAR.toString());
        command.addAll(Arrays.asList(arguments));
        return Watch.run(command, directory, log(directory, name), Set.of(0, WITH_WARNINGS));
    }

    /** The packaged command, for a server that may take what it needs. */
    static List<String> server(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(java(), "-Xmx12g", "-XX:+UseParallelGC", "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Runs a main class of the benchmark. */
    static Measured run(Path directory, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = command("-cp", System.getProperty("java.class.path"), main.getName());
        command.addAll(Arrays.asList(arguments));
        return Watch.run(command, directory, log(directory, main.getSimpleName()), Set.of(0));
    }

    private static List<String> command(String... further) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options());
        command.addAll(Arrays.asList(further));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String[] concat(String[] one, String... other) {
        String[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    static List<String> options() throws IOException {
        String launch = Files.readString(LAUNCHER)
                .lines()
                .filter(line -> line.startsWith("exec "))
                .collect(Collectors.joining());
        return OPTION.matcher(launch).results().map(MatchResult::group).toList();
    }

    private static Path log(Path directory, String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }
}
