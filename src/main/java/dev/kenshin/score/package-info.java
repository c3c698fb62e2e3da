/**
 * Health from metric values: a scorecard turns what was measured of one account into a score, a level, and points lost
 * that add up, and drivers say the largest of them in words. Stands between measuring and publishing; pure computation
 * without I/O, so that a score can be checked by hand. Start with {@link dev.kenshin.score.Scorecard}.
 */
@NullMarked
package dev.kenshin.score;

import org.jspecify.annotations.NullMarked;
