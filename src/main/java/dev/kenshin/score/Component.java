package dev.kenshin.score;

import dev.kenshin.problem.Text;

/**
 * One metric's part in a scorecard.
 *
 * @param group the group's name
 * @param weight share of the whole card, 0–1; the weights of a card sum to 1
 */
public record Component(String metric, MetricLabel label, String group, Text groupLabel, double weight) {}
