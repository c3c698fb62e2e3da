package dev.kenshin.reliability;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Disturbs nothing, and counts how often a run passes each point, and how much room it takes. */
final class Count implements Fault, Debugger.Watcher {
    private final Map<Point, Integer> hits = new LinkedHashMap<>();
    private final Rooms rooms;
    private long before;
    private Path home = Path.of("");

    Count(Random random) {
        this.rooms = new Rooms(random);
    }

    /** How much room the run took in each part of it. */
    Rooms rooms() {
        return rooms;
    }

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
        home = Files.createDirectories(round.home().directory());
        before = Remains.kibibytes(home);
        try (Debugger debugger = Debugger.listen();
                Run run = round.start(debugger.option())) {
            debugger.watch(Point.ALL, this);
            round.expectExit(run, 0);
            return false;
        }
    }

    @Override
    public boolean before(Point point) throws IOException {
        hits.merge(point, 1, Integer::sum);
        rooms.used(part(), Remains.kibibytes(home) - before);
        return false;
    }

    /** The run, which stands still, has told last which steps it is at. */
    private Part part() throws IOException {
        List<StepReport> steps = new RunReports(new Home(home))
                .last(1).stream().flatMap(report -> report.steps().stream()).toList();
        return steps.stream()
                .filter(step -> step.state() == RunState.RUNNING)
                .map(step -> Part.of(step.name()))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> between(steps));
    }

    /** No step goes on. */
    private static Part between(List<StepReport> ended) {
        return ended.stream().anyMatch(step -> step.name().startsWith("show"))
                ? Part.END
                : ended.stream()
                        .map(step -> Part.of(step.name()))
                        .max(Comparator.naturalOrder())
                        .orElse(Part.EXTRACT);
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
