package dev.kenshin.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
            return false;
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
     * Kills before and after every pass of each point, or if these are more than {@code most}, so many of them, drawn from
     * equal parts of the run.
     */
    List<NamedKill> kills(int most, Random random) {
        List<NamedKill> kills = new ArrayList<>();
        hits.forEach((point, passes) -> {
            int moments = 2 * passes;
            int number = Math.min(moments, most);
            for (int i = 0; i < number; i++) {
                double drawn = number == moments ? 0 : random.nextDouble();
                int moment = (int) ((i + drawn) * moments / number);
                kills.add(new NamedKill(point, 1 + moment / 2, moment % 2 == 1));
            }
        });
        return kills;
    }
}
