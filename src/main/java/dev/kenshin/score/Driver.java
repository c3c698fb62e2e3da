package dev.kenshin.score;

import dev.kenshin.problem.Text;

/**
 * One reason why a score is what it is, or why it moved.
 *
 * @param key the {@linkplain Contributor#key() contributor}
 * @param words what a person reads: the name, the value, the points
 * @param points what it took from the score or gave to it
 */
public record Driver(String key, Text words, double points) {}
