/**
 * Reads the YAML under {@code config/} and {@code jobs/} into small records that remember where they were written.
 * Everything that is wrong is collected and reported at once. It comes before every stage, which all take their orders
 * from {@link dev.kenshin.config.Configuration}. Start with {@link dev.kenshin.config.ConfigurationReader}.
 */
@NullMarked
package dev.kenshin.config;

import org.jspecify.annotations.NullMarked;
