package dev.kenshin.score;

import dev.kenshin.problem.Text;

/**
 * A rule whose condition was true, and which raises the risk level beside the health.
 *
 * @param raisedTo the level that it asks for; {@link Health#UNKNOWN} where it would raise a level that is not known
 */
public record Escalation(String rule, String raisedTo, Text reason) {}
