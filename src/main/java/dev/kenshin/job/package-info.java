/**
 * The nightly job: which steps there are, in which order, and what happens when one fails. The only place that knows
 * Spring Batch. Start with {@code NightlyJob}, which reads like a table of contents.
 */
@NullMarked
package dev.kenshin.job;

import org.jspecify.annotations.NullMarked;
