package dev.kenshin.publish;

import dev.kenshin.problem.Language;
import java.util.Map;

/**
 * How one workbook looks and speaks.
 *
 * @param looks of the levels, by name
 */
record Appearance(Language language, Styles styles, Terms terms, Map<String, LevelLook> looks) {

    /** The look of a level; one that no scorecard knows looks like the one that could not be told. */
    LevelLook look(String level) {
        return looks.getOrDefault(level, LevelLook.UNKNOWN);
    }
}
