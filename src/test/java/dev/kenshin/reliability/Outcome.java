package dev.kenshin.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a round came to.
 *
 * @param struck false if the run had ended before
 * @param wrong everything that is not as after an undisturbed run, or that readers should not have seen; empty if all is well
 * @param recovery how long the command took that was given again
 * @param measured other times that people want to know of
 */
record Outcome(
        Fault fault,
        Scene scene,
        boolean struck,
        List<String> wrong,
        Duration recovery,
        Map<String, Duration> measured) {
    @Override
    public String toString() {
        String lost = wrong.isEmpty() ? "nothing lost" : String.join("; ", wrong);
        return "%s (%s, %s): %s%s"
                .formatted(
                        fault.name(), fault.detail(), scene.name(), lost, struck ? "" : " (the run had ended before)");
    }
}
