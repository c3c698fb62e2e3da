/**
 * Measures the accounts: metric definitions become SQL over the model's tables, and every account gets one value for
 * every metric and date, a class in every segment, and an answer to every condition of the scorecards. Stands between the
 * model's tables and the score. Start with {@link dev.kenshin.metric.MetricCompiler}, then
 * {@link dev.kenshin.metric.MetricPlan}.
 */
@NullMarked
package dev.kenshin.metric;

import org.jspecify.annotations.NullMarked;
