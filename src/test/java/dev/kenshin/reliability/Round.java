package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * One night that something happens to: begins from the scene's home, has the {@link Fault} strike, looks at what readers see
 * then, gives the same command again, and compares what it comes to with an undisturbed run.
 */
final class Round {
    private final Installation installation;
    private final Scene scene;
    private final Path directory;
    private final World world;
    private final Home home;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Duration> measured = new LinkedHashMap<>();
    private Path company;

    private Round(Installation installation, Scene scene, Path directory, World world) {
        this.installation = installation;
        this.scene = scene;
        this.directory = directory;
        this.world = world;
        this.home = new Home(directory.resolve("home"));
        this.company = scene.company();
    }

    /** @param directory of its own, which is not there yet */
    static Outcome play(Installation installation, Scene scene, Fault fault, Path directory) throws Exception {
        Files.createDirectories(directory);
        Outcome outcome;
        try (World world = scene.openWorld(directory)) {
            outcome = new Round(installation, scene, directory, world).play(fault);
        }
        if (outcome.wrong().isEmpty()) {
            Remains.delete(directory);
        }
        return outcome;
    }

    private Outcome play(Fault fault) throws Exception {
        asBefore();
        boolean struck = fault.strike(this);
        readersSeeOldOrNew();
        return recover(fault, struck);
    }

    /** Puts the home into the state in which the night begins. */
    void asBefore() throws IOException {
        Remains.delete(home.directory());
        if (Files.exists(scene.before())) {
            TestCompany.copy(scene.before(), home.directory());
        }
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

    World world() {
        return world;
    }

    /** The company's files, from now on in a copy that only this round sees. */
    Path ownCompany() throws IOException {
        if (company.equals(scene.company())) {
            company = directory.resolve("company");
            TestCompany.copy(scene.company(), company);
        }
        return company;
    }

    /** Starts the command; the caller sees to its end. */
    Run start(String... options) throws IOException {
        return start(Map.of(), options);
    }

    /** Starts it with further variables in its environment. */
    Run start(Map<String, String> variables, String... options) throws IOException {
        List<String> command = scene.command(installation.launcher(), company);
        command.add("--home=" + home.directory());
        Map<String, String> environment = new LinkedHashMap<>(world.environment());
        environment.putAll(variables);
        return Run.start(installation, command, directory, environment, List.of(options));
    }

    /** Starts it by another command, which ends with the arguments it is to run and says where the home is. */
    Run startWithin(List<String> shell) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(scene.command(installation.launcher(), company));
        return Run.start(installation, command, directory, world.environment(), List.of());
    }

    /** Notes that something is not as it should be. */
    void wrong(String what) {
        wrong.add(what);
    }

    /** Notes how long something took that people want to know of; the longest is told. */
    void measured(String what, Duration length) {
        measured.merge(what, length, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Waits for the end of a run that is to fail. */
    void expectExit(Run run, Integer... codes) throws Exception {
        int code = run.exitCode();
        if (!List.of(codes).contains(code)) {
            wrong("exit code " + code + " instead of " + List.of(codes) + ": " + run.said());
        }
    }

    /** To be asked whenever a run was stopped: what is published is the old snapshot or the new one, each as a whole. */
    void readersSeeOldOrNew() {
        note(() -> sight().published().mixtures(scene.old(), scene.done()));
        note(() -> Remains.in(directory.resolve("tmp")));
    }

    /** To be asked when a run has ended without publishing anything. */
    void readersSeeOld() {
        note(() -> sight().published().differences(scene.old()));
    }

    /** The same, but for the mart, which is a form of its own. */
    void readersSeeOldFiles() {
        note(() -> sight().published().without("mart").differences(scene.old().without("mart")));
    }

    private Outcome recover(Fault fault, boolean struck) throws Exception {
        try (Run again = start()) {
            int code = again.exitCode();
            if (code != 0) {
                wrong("exit code " + code + " of the command given again: " + again.said());
            } else {
                note(() -> sight().all().differences(scene.done()));
                note(() -> sight().unfinished());
            }
            return new Outcome(fault, scene, struck, List.copyOf(wrong), again.length(), measured);
        }
    }

    private Sight sight() {
        return new Sight(home, world, directory);
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
