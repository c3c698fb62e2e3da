package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One night that something happens to: begins from the scene's home, has the {@link Fault} strike, looks at what readers see
 * then, gives the same command again, and compares what it comes to with an undisturbed run.
 */
final class Round {
    private final Installation installation;
    private final Scene scene;
    private final Path directory;
    private final Home home;
    private final List<String> wrong = new ArrayList<>();

    private Round(Installation installation, Scene scene, Path directory) {
        this.installation = installation;
        this.scene = scene;
        this.directory = directory;
        this.home = new Home(directory.resolve("home"));
    }

    /** @param directory of its own, which is not there yet */
    static Outcome play(Installation installation, Scene scene, Fault fault, Path directory) throws Exception {
        Files.createDirectories(directory);
        Round round = new Round(installation, scene, directory);
        if (Files.exists(scene.before())) {
            TestCompany.copy(scene.before(), round.home.directory());
        }
        boolean struck = fault.strike(round);
        round.readersSeeOldOrNew();
        Outcome outcome = round.recover(fault, struck);
        if (outcome.wrong().isEmpty()) {
            Remains.delete(directory);
        }
        return outcome;
    }

    Home home() {
        return home;
    }

    Scene scene() {
        return scene;
    }

    Path directory() {
        return directory;
    }

    /** Starts the command; the caller sees to its end. */
    Run start(String... options) throws IOException {
        return Run.start(installation, scene, home, directory, List.of(options));
    }

    /** Starts it by another command, which says where the home is. */
    Run startWithin(List<String> shell) throws IOException {
        return Run.within(shell, installation, scene, directory);
    }

    /** Notes that something is not as it should be. */
    void wrong(String what) {
        wrong.add(what);
    }

    /** To be asked whenever a run was stopped: what is published is the old snapshot or the new one, each as a whole. */
    void readersSeeOldOrNew() throws Exception {
        note(() -> sight().published().mixtures(scene.old(), scene.done()));
        note(() -> Remains.in(directory.resolve("tmp")));
    }

    private Outcome recover(Fault fault, boolean struck) throws Exception {
        try (Run again = start()) {
            int code = again.exitCode();
            Duration recovery = again.sinceStart();
            if (code != 0) {
                wrong("exit code " + code + " of the command given again: " + again.said());
            } else {
                note(() -> sight().all().differences(scene.done()));
                note(() -> sight().unfinished());
            }
            return new Outcome(fault, scene, struck, List.copyOf(wrong), recovery);
        }
    }

    private Sight sight() {
        return new Sight(home, directory);
    }

    /** What cannot even be read is lost. */
    private void note(Callable<List<String>> look) {
        try {
            wrong.addAll(look.call());
        } catch (Exception e) {
            wrong("cannot be read: " + e);
        }
    }
}
