package dev.kenshin.source;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What sources find around them.
 *
 * @param base where relative paths start, and below which files must lie
 * @param zone in which times with an offset become local times
 * @param clock by which sources that are services know what is new
 * @param secrets puts values in the place of <code>${VARIABLE}</code>
 * @param pause waits between attempts, and for rate limits
 * @param kept the folder of secrets that servers issue and sources must remember; empty forgets them when the run ends
 */
public record Surroundings(
        Path base, ZoneId zone, Clock clock, UnaryOperator<String> secrets, Pause pause, Optional<Path> kept) {

    /** Those of somebody who only has a look: waits are real, and nothing is remembered. */
    public static Surroundings of(Path base, ZoneId zone, Clock clock, UnaryOperator<String> secrets) {
        return new Surroundings(base, zone, clock, secrets, Pause.real(), Optional.empty());
    }

    /** The secrets that a source remembers. */
    public KeptSecrets kept(String source) {
        return new KeptSecrets(kept.map(folder -> folder.resolve(source + ".json")));
    }
}
