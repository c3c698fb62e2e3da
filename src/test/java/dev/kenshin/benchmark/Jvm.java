package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Starts Java processes. */
final class Jvm {
    /** As {@code bin/kenshin} has them. */
    private static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Path JAR = Path.of("target", "kenshin.jar").toAbsolutePath();
    private static final int WITH_WARNINGS = 3;

    private Jvm() {}

    /** Runs the packaged command in a directory; a night may end with warnings. */
    static Measured kenshin(Path directory, String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = command("-jar", JAR.toString());
        command.addAll(Arrays.asList(arguments));
        return Watch.run(command, directory, log(directory, name), Set.of(0, WITH_WARNINGS));
    }

    /** Runs a main class of the benchmark. */
    static Measured run(Path directory, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = command("-cp", System.getProperty("java.class.path"), main.getName());
        command.addAll(Arrays.asList(arguments));
        return Watch.run(command, directory, log(directory, main.getSimpleName()), Set.of(0));
    }

    private static List<String> command(String... further) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(Arrays.asList(further));
        return command;
    }

    private static Path log(Path directory, String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }
}
