package dev.kenshin.guess;

import dev.kenshin.config.Configuration;
import dev.kenshin.problem.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody wants to be guessed.
 *
 * @param configuration what is configured already, as far as it can be read
 * @param name of the source; told by the file's name where absent
 * @param table the canonical table; guessed where absent
 * @param rows how many rows of each stream to look at, at least 1
 * @param secrets puts values in the place of <code>${VARIABLE}</code>
 * @param clock of the zone in which times become local; against its day it is told whether dates are fresh
 * @param kept the folder of secrets that sources remember
 * @param language of the comments
 */
public record Request(
        Configuration configuration,
        Optional<String> name,
        Optional<String> table,
        int rows,
        UnaryOperator<String> secrets,
        Clock clock,
        Path kept,
        Language language) {

    ZoneId zone() {
        return clock.getZone();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
