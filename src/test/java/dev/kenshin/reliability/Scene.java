package dev.kenshin.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A night that is disturbed again and again, each time from the same beginning.
 *
 * @param company the directory with the files and the configuration of that night
 * @param before the home that earlier nights left; it need not exist
 * @param arguments further ones of the command
 * @param old what readers see before the night
 * @param done what the home holds after it, if nobody disturbs it
 * @param length of an undisturbed run
 */
record Scene(
        String name,
        Path company,
        Path before,
        LocalDate asOf,
        List<String> arguments,
        Content old,
        Content done,
        Duration length) {

    /** A scene of which nothing is known yet. */
    static Scene of(String name, Path company, Path before, LocalDate asOf, String... arguments) {
        return new Scene(name, company, before, asOf, List.of(arguments), Content.NONE, Content.NONE, Duration.ZERO);
    }

    /** The scene with what an undisturbed run showed. */
    Scene observed(Content seenBefore, Content seenAfter, Duration undisturbed) {
        return new Scene(name, company, before, asOf, arguments, seenBefore, seenAfter, undisturbed);
    }
}
