package dev.kenshin.reliability;

import java.time.Duration;
import java.util.List;

/**
 * What a round came to.
 *
 * @param struck false if the run had ended before
 * @param wrong everything that is not as after an undisturbed run, or that readers should not have seen; empty if all is well
 * @param recovery how long the command took that was given again
 */
record Outcome(Fault fault, Scene scene, boolean struck, List<String> wrong, Duration recovery) {
    @Override
    public String toString() {
        return fault.name() + " (" + fault.detail() + ", " + scene.name() + "): "
                + (wrong.isEmpty() ? "nothing lost" : String.join("; ", wrong));
    }
}
