package dev.kenshin.reliability;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The kinds of faults of a process, and how often each is tried: in each build, and where it is to be shown. */
enum Suite {
    NONE(3, 12) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            return trials.play(times, scene -> new Undisturbed());
        }
    },
    KILL(25, 200) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            return trials.play(times, scene -> new RandomKill(trials.moment(scene)));
        }
    },
    /** So often at each point of each night. */
    KILL_AT_POINTS(1, 12) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            return trials.playAtPoints(times);
        }
    },
    KILL_RECOVERY(3, 24) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            return trials.play(
                    times, scene -> new Repeated("SIGKILL, then twice during recovery", kills(trials, scene)));
        }

        private List<Fault> kills(Trials trials, Scene scene) {
            return IntStream.range(0, 3)
                    .<Fault>mapToObj(i -> new RandomKill(trials.moment(scene)))
                    .toList();
        }
    },
    TERMINATE(3, 50) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            return trials.play(times, scene -> new Termination(trials.moment(scene)));
        }
    },
    START_AT_ONCE(3, 50) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = 8 - i % 7;
                outcomes.addAll(trials.play(1, scene -> new SimultaneousStarts(number)));
            }
            return outcomes;
        }
    },
    OTHER_MACHINE(3, 9) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            Iterator<OtherMachine> machines = Stream.generate(() -> OtherMachine.ALL)
                    .flatMap(List::stream)
                    .iterator();
            return trials.play(times, scene -> machines.next());
        }
    },
    /** The more room there is, the later it runs out; where there is too much, the fault does not strike. */
    FILL_DISK(3, 50) {
        @Override
        List<Outcome> play(Trials trials, int times) throws Exception {
            return FullDisk.isPermitted()
                    ? trials.play(times, scene -> new FullDisk(trials.number(MOST_KIBIBYTES)))
                    : List.of();
        }
    };

    /** Hardly more than what a night takes. */
    private static final int MOST_KIBIBYTES = 2_500;

    private static final int ROUNDS_TO_SHOW = 200;

    private final int few;
    private final int many;

    Suite(int few, int many) {
        this.few = few;
        this.many = many;
    }

    /** How often it is tried in each build. */
    int few() {
        return few;
    }

    /** How often it is tried where a run is killed at random times so often. */
    int asOftenAs(int kills) {
        return Math.max(few, many * kills / ROUNDS_TO_SHOW);
    }

    abstract List<Outcome> play(Trials trials, int times) throws Exception;
}
