package dev.kenshin.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The kinds of faults, and how often each is tried: in each build, and where it is to be shown. */
enum Suite {
    /** First, since it waits: a service that fails in the middle of an extract, and recovers (which is soon over) or does not. */
    SERVICE(1, 12) {
        @Override
        List<Planned> plan(Trials trials, int times) throws Exception {
            Scene scene = trials.further().service();
            List<Fault> faults = new ArrayList<>();
            for (Lie lie : Lie.values()) {
                if (lie != Lie.NONE) {
                    faults.add(BadService.always(lie));
                }
            }
            faults.add(0, new BadService(Lie.RESET, 2));
            faults.add(1, BadService.always(Lie.TOO_MANY_CALLS));
            faults.add(new ServiceDown());
            return turns(faults, times).stream()
                    .map(fault -> trials.round(scene, fault))
                    .toList();
        }
    },
    NONE(0, 9) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            return trials.rounds(times, scene -> new Undisturbed());
        }
    },
    KILL(25, 200) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            return trials.rounds(times, scene -> new RandomKill(trials.moment(scene)));
        }
    },
    /** So often at each point, of the second night only if it is once. */
    KILL_AT_POINTS(1, 3) {
        @Override
        List<Planned> plan(Trials trials, int times) throws Exception {
            List<Planned> kills = new ArrayList<>();
            Scene second = trials.stage().secondNight();
            for (Scene scene : times == 1 ? List.of(second) : trials.stage().scenes()) {
                trials.count(scene).kills(times, trials.random()).forEach(kill -> kills.add(trials.round(scene, kill)));
            }
            return kills;
        }
    },
    KILL_RECOVERY(1, 12) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            return trials.rounds(
                    times, scene -> new Repeated("SIGKILL, then three times during recovery", kills(trials, scene)));
        }

        private List<Fault> kills(Trials trials, Scene scene) {
            return IntStream.range(0, 4)
                    .<Fault>mapToObj(i -> new RandomKill(trials.moment(scene)))
                    .toList();
        }
    },
    TERMINATE(1, 15) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            return trials.rounds(times, scene -> new Termination(trials.moment(scene)));
        }
    },
    /** Eight at once, then fewer. */
    START_AT_ONCE(1, 50) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            List<Integer> numbers = turns(List.of(8, 2, 5, 3, 7, 4, 6), times);
            List<Planned> rounds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Scene scene = trials.stage().scenes().get(i % 3);
                rounds.add(trials.round(scene, new SimultaneousStarts(numbers.get(i))));
            }
            return rounds;
        }
    },
    SUSPEND(0, 6) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            return trials.rounds(times, scene -> new Suspension(trials.moment(scene), Duration.ofSeconds(2)));
        }
    },
    OTHER_MACHINE(0, 8) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            List<Planned> rounds = new ArrayList<>();
            for (OtherMachine machine : turns(OtherMachine.ALL, times)) {
                rounds.add(trials.round(trials.stage().secondNight(), machine));
            }
            return rounds;
        }
    },
    /** Skipped where there is no C compiler. */
    MOVE_CLOCK(0, 12) {
        @Override
        List<Planned> plan(Trials trials, int times) throws Exception {
            Optional<Path> library = MovedClock.library(trials.stage().directory());
            List<Duration> moves =
                    turns(List.of(-24 * 3_600, 24 * 3_600, -3_600, 3_600, -300, 365 * 24 * 3_600), times).stream()
                            .map(Duration::ofSeconds)
                            .toList();
            return library.isEmpty()
                    ? List.of()
                    : moves.stream().map(by -> trials.clock(library.get(), by)).toList();
        }
    },
    /** In each part of the night; skipped where we may not have a file system of our own. */
    FILL_DISK(1, 18) {
        @Override
        List<Planned> plan(Trials trials, int times) throws Exception {
            if (!FullDisk.isPermitted()) {
                return List.of();
            }
            Scene scene = trials.stage().secondNight();
            Rooms rooms = trials.count(scene).rooms();
            return turns(List.of(Part.MAP, Part.PUBLISH, Part.END, Part.EXTRACT, Part.SCORE, Part.MEASURE), times)
                    .stream()
                    .map(part -> trials.round(scene, new FullDisk(rooms, part)))
                    .toList();
        }
    },
    FILE(2, 14) {
        @Override
        List<Planned> plan(Trials trials, int times) {
            List<Fault> faults = new ArrayList<>(BadFile.ALL);
            faults.add(7, new LargeFile());
            return turns(faults, times).stream()
                    .map(fault -> trials.round(trials.stage().secondNight(), fault))
                    .toList();
        }
    },
    /** The mart is on a server that is killed while it is published, around the commit, or at some other time. */
    KILL_MART(2, 16) {
        @Override
        List<Planned> plan(Trials trials, int times) throws Exception {
            Scene scene = trials.further().martOnPostgres();
            List<Planned> rounds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                rounds.add(trials.round(scene, i % 4 == 3 ? atSomeTime(trials, scene) : whilePublished(trials, i)));
            }
            return rounds;
        }

        private Fault atSomeTime(Trials trials, Scene scene) {
            return ServerKill.afterStart("PostgreSQL, the mart, killed at a random time", trials.moment(scene));
        }

        private Fault whilePublished(Trials trials, int number) {
            return number % 4 == 0
                    ? new ServerKill(
                            "PostgreSQL, the mart, killed while it is published",
                            Optional.of(Point.PUBLICATION_OF_THE_MART),
                            false,
                            trials.upTo(A_PUBLICATION))
                    : new ServerKill(
                            "PostgreSQL, the mart, killed around the commit of a publication",
                            Optional.of(Point.COMMIT_IN_POSTGRES),
                            number % 4 == 1,
                            Duration.ZERO);
        }
    },
    /** The job repository is on a server that is down from the beginning, or killed in the middle of the night. */
    KILL_REPOSITORY(1, 8) {
        @Override
        List<Planned> plan(Trials trials, int times) throws Exception {
            Scene scene = trials.further().repositoryOnPostgres();
            List<Planned> rounds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                boolean down = i % 4 == 0;
                rounds.add(trials.round(
                        scene,
                        ServerKill.afterStart(
                                "PostgreSQL, the job repository, " + (down ? "down from the start" : "killed"),
                                down ? Duration.ZERO : trials.moment(scene))));
            }
            return rounds;
        }
    };

    private static final Duration A_PUBLICATION = Duration.ofMillis(500);
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

    /** The rounds; nights that are needed for them are run undisturbed first. */
    abstract List<Planned> plan(Trials trials, int times) throws Exception;

    private static <T> List<T> turns(List<T> all, int times) {
        return IntStream.range(0, times).mapToObj(i -> all.get(i % all.size())).toList();
    }
}
