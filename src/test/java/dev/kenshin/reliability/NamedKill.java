package dev.kenshin.reliability;

import java.util.List;

/**
 * SIGKILL just before or after the run passes a point.
 *
 * @param hit the how manieth time, from 1; steps run side by side, so that it is not always the same step
 */
record NamedKill(Point point, int hit, boolean after) implements Fault {
    @Override
    public String name() {
        return "SIGKILL around each " + point;
    }

    @Override
    public String detail() {
        return (after ? "after no. " : "before no. ") + hit;
    }

    @Override
    public boolean strike(Round round) throws Exception {
        try (Debugger debugger = Debugger.listen();
                Run run = round.start(debugger.option())) {
            debugger.watch(List.of(point), new Killer(run));
            return run.exitCode() == Run.KILLED;
        }
    }

    private final class Killer implements Debugger.Watcher {
        private final Run run;
        private int hits;

        Killer(Run run) {
            this.run = run;
        }

        @Override
        public boolean before(Point reached) throws InterruptedException {
            boolean meant = ++hits == hit;
            if (meant && !after) {
                run.kill();
            }
            return meant && after;
        }

        @Override
        public void after(Point passed) throws InterruptedException {
            run.kill();
        }
    }
}
