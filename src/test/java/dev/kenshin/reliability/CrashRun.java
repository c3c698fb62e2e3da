package dev.kenshin.reliability;

import dev.kenshin.threat.ThreatResults;
import dev.kenshin.threat.ThreatRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plays any number of rounds and writes their table: {@code mvn -q -Pcrash -Dcrash.rounds=200 package}. */
public final class CrashRun {
    private static final Path TABLE = Path.of("target", "reliability.md").toAbsolutePath();

    private CrashRun() {}

    /**
     * Arguments: how many kills at random times; the seed; how many rounds at a time; further ones name
     * the {@link Suite}s that are wanted, all if there are none. Ends with exit code 1 if anything was
     * lost, or a defence did not hold; the directories of rounds in which something was lost are kept.
     */
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path directory = Files.createTempDirectory("crash");
        System.out.printf("crash.rounds=%d crash.seed=%d, in %s%n", kills, seed, directory);
        List<Outcome> outcomes = new ArrayList<>();
        try (Trials trials = new Trials(Stage.in(directory), seed, Integer.parseInt(arguments[2]))) {
            List<Planned> rounds = new ArrayList<>();
            for (Suite suite : suites(arguments)) {
                rounds.addAll(suite.plan(trials, suite.asOftenAs(kills)));
            }
            outcomes.addAll(trials.play(rounds));
        }
        Results results = new Results(outcomes);
        Files.writeString(TABLE, results.table());
        ThreatResults threats = ThreatRun.play();
        Files.writeString(TABLE, "\n" + threats.table(), StandardOpenOption.APPEND);
        System.out.print(Files.readString(TABLE));
        results.losses().forEach(System.out::println);
        threats.failures().forEach(System.out::println);
        System.exit(results.losses().isEmpty() && threats.failures().isEmpty() ? 0 : 1);
    }

    private static List<Suite> suites(String[] arguments) {
        List<Suite> wanted =
                Arrays.stream(arguments).skip(3).map(Suite::valueOf).toList();
        return wanted.isEmpty() ? List.of(Suite.values()) : wanted;
    }
}
