/**
 * Turns the product's usage events into rows by account, user, day and event. The events stay where they lie: files are
 * aggregated by the warehouse's own engine, tables by the database that holds them; only what is new is asked for. Feeds
 * {@code model.usage_daily}. Start with {@link dev.kenshin.usage.UsageStage}.
 */
@NullMarked
package dev.kenshin.usage;

import org.jspecify.annotations.NullMarked;
