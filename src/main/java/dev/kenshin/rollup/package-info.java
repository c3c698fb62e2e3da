/**
 * Sums the health of accounts up: by parent company, product, owner, segment, cohort and scorecard, weighted in several
 * ways. The figures of each night are kept, so that trends stay as they were told. Start with {@link dev.kenshin.rollup.Rollup}.
 */
@NullMarked
package dev.kenshin.rollup;

import org.jspecify.annotations.NullMarked;
