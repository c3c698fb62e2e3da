package dev.kenshin.score;

/**
 * What the next snapshot must know of a level.
 *
 * @param level the computed one, without what a person decided
 * @param byHealth the level that the computed health alone gave
 * @param readings how many snapshots in a row gave that, the last one included
 */
public record LevelMemory(String level, String byHealth, int readings) {}
