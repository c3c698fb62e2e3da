package dev.kenshin.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The kinds of faults of a process, and how often each is tried where kills at random times are tried so often. */
enum Suite {
    NONE {
        @Override
        List<Outcome> play(Trials trials, int rounds) throws Exception {
            return trials.play(Math.max(2, rounds / 10), scene -> new Undisturbed());
        }
    },
    KILL {
        @Override
        List<Outcome> play(Trials trials, int rounds) throws Exception {
            return trials.play(rounds, scene -> new RandomKill(trials.moment(scene)));
        }
    },
    KILL_AT_POINTS {
        @Override
        List<Outcome> play(Trials trials, int rounds) throws Exception {
            return trials.playAtPoints(Math.max(1, rounds / 20));
        }
    },
    KILL_RECOVERY {
        @Override
        List<Outcome> play(Trials trials, int rounds) throws Exception {
            return trials.play(Math.max(2, rounds / 8), scene -> new Repeated(
                    "SIGKILL three times in a row, of the night and of its recovery",
                    IntStream.range(0, THREE).<Fault>mapToObj(i -> new RandomKill(trials.moment(scene))).toList()));
        }
    },
    TERMINATE {
        @Override
        List<Outcome> play(Trials trials, int rounds) throws Exception {
            return trials.play(Math.max(2, rounds / 4), scene -> new Termination(trials.moment(scene)));
        }
    },
    START_AT_ONCE {
        @Override
        List<Outcome> play(Trials trials, int rounds) throws Exception {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < Math.max(2, rounds / 4); i++) {
                int number = MOST - i % (MOST - 1);
                outcomes.addAll(trials.play(1, scene -> new SimultaneousStarts(number)));
            }
            return outcomes;
        }
    };

    private static final int THREE = 3;
    private static final int MOST = 8;

    /**
     * Plays the rounds.
     *
     * @param rounds how many kills at random times are wanted in the run
     */
    abstract List<Outcome> play(Trials trials, int rounds) throws Exception;
}
