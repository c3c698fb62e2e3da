package dev.kenshin.example;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.List;

/**
 * One thing that came out differently than an example expects.
 *
 * @param at where the example expects it
 * @param what is compared, as in {@code metrics.nps} or {@code account[0].name}
 * @param expected as it was written
 * @param actual what came out
 * @param look where to look for the reason
 */
public record Difference(Location at, String what, String expected, String actual, List<Text> look) {}
