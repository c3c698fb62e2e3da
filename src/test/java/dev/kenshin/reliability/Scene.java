package dev.kenshin.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A night that is disturbed again and again, each time from the same beginning.
 *
 * @param company the directory with the files and the configuration of that night
 * @param before the home that earlier nights left; it need not exist
 * @param world what the night needs beside its home
 * @param arguments further ones of the command
 * @param old what readers see before the night
 * @param done what the home holds after it, if nobody disturbs it
 * @param length of an undisturbed run
 */
record Scene(
        String name,
        Path company,
        Path before,
        World.Maker world,
        LocalDate asOf,
        List<String> arguments,
        Content old,
        Content done,
        Duration length) {

    /** A scene of which nothing is known yet. */
    static Scene of(String name, Path company, Path before, LocalDate asOf, String... arguments) {
        return new Scene(
                name,
                company,
                before,
                (worldBefore, directory) -> World.EMPTY,
                asOf,
                List.of(arguments),
                Content.NONE,
                Content.NONE,
                Duration.ZERO);
    }

    /** The scene with what an undisturbed run showed. */
    Scene observed(Content seenBefore, Content seenAfter, Duration undisturbed) {
        return new Scene(name, company, before, world, asOf, arguments, seenBefore, seenAfter, undisturbed);
    }

    /** The same night, with another configuration and in another world. */
    Scene in(String otherName, Path otherCompany, World.Maker otherWorld) {
        return new Scene(otherName, otherCompany, before, otherWorld, asOf, arguments, old, done, length);
    }

    /** Opens the world as earlier nights left it. */
    World openWorld(Path directory) throws Exception {
        return world.open(before.resolveSibling("world"), directory.resolve("world"));
    }

    /**
     * The command, but for its home.
     *
     * @param launcher the installed command
     * @param files the company's directory
     */
    List<String> command(Path launcher, Path files) {
        List<String> command = new ArrayList<>(List.of(
                launcher.toString(),
                "run",
                "nightly",
                "--lang=en",
                "--as-of=" + asOf,
                "--config=" + files.resolve("config")));
        command.addAll(arguments);
        return command;
    }

    @Override
    public String toString() {
        return name;
    }
}
