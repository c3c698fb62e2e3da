package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The installed command, the company on two evenings, and its nights, each of which was run undisturbed.
 *
 * @param scenes a first night, a second one, and the first one forced after that
 */
record Stage(Path directory, Installation installation, List<Scene> scenes) {

    /** Installs the command and runs each night once, the first one twice to archive the classes. */
    static Stage in(Path directory) throws Exception {
        Stage stage = new Stage(directory, Installation.in(directory.resolve("installation")), List.of());
        TestCompany evening = TestCompany.in(directory.resolve("first-evening"));
        evening.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, workbook, mart]"));
        believeNoOldData(evening);
        TestCompany second = evening.copyTo(directory.resolve("second-evening"));
        SecondEvening.change(second);
        stage.run(
                Scene.of("first", evening.directory, directory.resolve("nothing"), TestCompany.SATURDAY),
                "archiving",
                stage.installation.archiving());
        return new Stage(
                directory,
                stage.installation,
                List.of(
                        stage.scene("first night", evening, "nothing", TestCompany.SATURDAY),
                        stage.scene("second night", second, "first night", TestCompany.SUNDAY),
                        stage.scene("same night forced", second, "first night", TestCompany.SATURDAY, "--force")));
    }

    /** Without a source, no night. */
    private static void believeNoOldData(TestCompany evening) throws Exception {
        for (String file : List.of("sources/survey.yaml", "sources/support.yaml", "usage/product.yaml")) {
            evening.change("config/" + file, text -> text.replace("on-outage: { use-last: 3d }\n", ""));
        }
    }

    Scene firstNight() {
        return scenes.get(0);
    }

    Scene secondNight() {
        return scenes.get(1);
    }

    /** @param before the name of the scene that leaves the home in which this one begins */
    private Scene scene(String name, TestCompany company, String before, LocalDate asOf, String... arguments)
            throws Exception {
        Path home = place(before).resolve("home");
        return observe(Scene.of(name, company.directory, home, asOf, arguments));
    }

    /** Runs a scene undisturbed. */
    Scene observe(Scene scene) throws Exception {
        return run(scene, scene.name(), List.of());
    }

    /** Where a scene was run undisturbed; Java's options in an environment variable are divided by spaces. */
    Path place(String name) {
        return directory.resolve(name.replaceAll("[^A-Za-z]+", "-"));
    }

    private Scene run(Scene scene, String name, List<String> options) throws Exception {
        Path place = Files.createDirectories(place(name));
        Home home = new Home(place.resolve("home"));
        if (Files.exists(scene.before())) {
            TestCompany.copy(scene.before(), home.directory());
        }
        List<String> command = scene.command(installation.launcher(), scene.company());
        command.add("--home=" + home.directory());
        try (World world = scene.openWorld(place)) {
            Sight sight = new Sight(home, world, place);
            Content old = sight.published();
            try (Run run = Run.start(installation, command, place, world.environment(), options)) {
                if (run.exitCode() != 0) {
                    throw new IllegalStateException(scene.name() + " went wrong: " + run.said());
                }
                return scene.observed(old, sight.all(), run.length());
            }
        }
    }
}
