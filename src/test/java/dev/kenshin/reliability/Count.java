package dev.kenshin.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disturbs nothing, and counts how often a run passes each point. */
final class Count implements Fault, Debugger.Watcher {
    private final Map<Point, Integer> hits = new LinkedHashMap<>();

    @Override
    public String name() {
        return "none, but a debugger looks on";
    }

    @Override
    public String detail() {
        return hits.toString();
    }

    @Override
    public boolean strike(Round round) throws Exception {
        try (Debugger debugger = Debugger.listen();
                Run run = round.start(debugger.option())) {
            debugger.watch(Point.ALL, this);
            if (run.exitCode() != 0) {
                round.wrong("exit code " + run.exitCode() + ": " + run.said());
            }
            return true;
        }
    }

    @Override
    public boolean before(Point point) {
        hits.merge(point, 1, Integer::sum);
        return false;
    }

    @Override
    public void after(Point point) {
        throw new IllegalStateException("never asked for");
    }

    /**
     * Kills before and after every pass, or before and after some, evenly spread.
     *
     * @param most of one point, the first and the last among them
     */
    List<NamedKill> kills(int most) {
        List<NamedKill> kills = new ArrayList<>();
        hits.forEach((point, passes) -> {
            for (int hit : spread(passes, most)) {
                kills.add(new NamedKill(point, hit, false));
                kills.add(new NamedKill(point, hit, true));
            }
        });
        return kills;
    }

    private static List<Integer> spread(int passes, int most) {
        int number = Math.min(passes, most);
        List<Integer> hits = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            hits.add(number == 1 ? passes : 1 + Math.round((float) i * (passes - 1) / (number - 1)));
        }
        return hits;
    }
}
