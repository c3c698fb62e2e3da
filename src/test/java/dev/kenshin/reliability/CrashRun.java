package dev.kenshin.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays any number of rounds and writes their table: {@code mvn -q -Pcrash -Dcrash.rounds=200 package}. */
public final class CrashRun {
    private static final Path TABLE = Path.of("target", "reliability.md").toAbsolutePath();

    private CrashRun() {}

    /**
     * Arguments: how many kills at random times; the seed; how many rounds at a time. Ends with exit code 1 if anything was
     * lost; the directories of those rounds are kept.
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path directory = Files.createTempDirectory("crash");
        System.out.printf("crash.rounds=%d crash.seed=%d, in %s%n", rounds, seed, directory);
        List<Outcome> outcomes = new ArrayList<>();
        try (Trials trials = new Trials(Stage.in(directory), seed, Integer.parseInt(arguments[2]))) {
            for (Suite suite : Suite.values()) {
                outcomes.addAll(suite.play(trials, rounds));
            }
        }
        Results results = new Results(outcomes);
        Files.writeString(TABLE, results.table());
        System.out.print(results.table());
        results.losses().forEach(System.out::println);
        System.exit(results.losses().isEmpty() ? 0 : 1);
    }
}
