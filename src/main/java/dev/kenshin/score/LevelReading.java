package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.Optional;

/**
 * A level, and what it hangs on.
 *
 * @param level the computed one
 * @param byHealth the level that the computed health alone gives
 * @param readings how many snapshots in a row gave that, this one included
 * @param held why the level is not the one that the health alone gives; empty where it is
 */
record LevelReading(String level, String byHealth, int readings, Optional<Text> held) {

    static LevelReading changed(String level, int readings) {
        return new LevelReading(level, level, readings, Optional.empty());
    }
}
