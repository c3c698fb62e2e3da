package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The installed command, the company on two evenings, and its nights, each of which was run undisturbed. */
record Stage(Path directory, Installation installation, List<Scene> scenes) {

    /** Installs the command and runs each night once, the first one twice to archive the classes. */
    static Stage in(Path directory) throws Exception {
        Stage stage = new Stage(directory, Installation.in(directory.resolve("installation")), List.of());
        TestCompany evening = TestCompany.in(directory.resolve("first-evening"));
        evening.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, workbook, mart]"));
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

    /** @param before the name of the scene that leaves the home in which this one begins */
    private Scene scene(String name, TestCompany company, String before, LocalDate asOf, String... arguments)
            throws Exception {
        Path home = place(before).resolve("home");
        return run(Scene.of(name, company.directory, home, asOf, arguments), name, List.of());
    }

    /** Java's options in an environment variable are divided by spaces. */
    private Path place(String name) {
        return directory.resolve(name.replace(' ', '-'));
    }

    private Scene run(Scene scene, String name, List<String> options) throws Exception {
        Path place = Files.createDirectories(place(name));
        Home home = new Home(place.resolve("home"));
        if (Files.exists(scene.before())) {
            TestCompany.copy(scene.before(), home.directory());
        }
        Sight sight = new Sight(home, place);
        Content old = sight.published();
        try (Run run = Run.start(installation, scene, home, place, options)) {
            if (run.exitCode() != 0) {
                throw new IllegalStateException(scene.name() + " went wrong: " + run.said());
            }
            return scene.observed(old, sight.all(), run.sinceStart());
        }
    }
}
