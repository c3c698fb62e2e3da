package dev.kenshin.reliability;

import dev.kenshin.job.Tree;
import dev.kenshin.ops.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same command several times at once. Whoever is first is held until all others have ended. */
record SimultaneousStarts(int number) implements Fault {
    private static final int LOCKED = 11;
    private static final Duration A_MOMENT = Duration.ofMillis(2);

    @Override
    public String name() {
        return "2 to 8 starts at once";
    }

    @Override
    public String detail() {
        return number + " at once";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        int earlier = reports(round);
        List<Run> runs = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                runs.add(round.start());
            }
            Run first = first(runs, round);
            first.pause();
            Map<String, String> before = Tree.of(round.home().directory());
            refused(runs, first, round);
            if (!Tree.of(round.home().directory()).equals(before)) {
                round.wrong("a run that was refused wrote something");
            }
            first.resume();
            if (first.exitCode() != 0) {
                round.wrong("exit code " + first.exitCode() + " of the run that was first: " + first.said());
            }
        } finally {
            runs.forEach(Run::close);
        }
        if (reports(round) != earlier + 1) {
            round.wrong((reports(round) - earlier) + " runs instead of one");
        }
        return true;
    }

    private static void refused(List<Run> runs, Run first, Round round) throws Exception {
        for (Run run : runs) {
            if (run != first) {
                round.expectExit(run, LOCKED);
                round.measured("refused start, of " + runs.size(), run.length());
            }
        }
    }

    /** The lock names its holder. */
    private static Run first(List<Run> runs, Round round) throws IOException, InterruptedException {
        while (runs.stream().anyMatch(Run::isAlive)) {
            Optional<Run> first = holder(round.home().directory().resolve("run.lock"), runs);
            if (first.isPresent()) {
                return first.get();
            }
            runs.get(0).goesOnFor(A_MOMENT);
        }
        throw new IllegalStateException("nobody was first: " + runs.get(0).said());
    }

    private static Optional<Run> holder(Path lock, List<Run> runs) throws IOException {
        String holder = Files.exists(lock) ? Files.readString(lock) : "";
        return runs.stream()
                .filter(run -> Long.toString(run.id()).equals(holder))
                .findFirst();
    }

    private static int reports(Round round) throws IOException {
        return new RunReports(round.home()).last(Integer.MAX_VALUE).size();
    }
}
