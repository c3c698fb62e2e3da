/**
 * What is wrong, where, and how to mend it: for configuration and for data alike. Every stage reports through
 * {@link dev.kenshin.problem.Problem}; {@link dev.kenshin.problem.Problems} collects them, and
 * {@link dev.kenshin.problem.ProblemPrinter} is the one place that renders them. Start with
 * {@code Problem}.
 */
@NullMarked
package dev.kenshin.problem;

import org.jspecify.annotations.NullMarked;
