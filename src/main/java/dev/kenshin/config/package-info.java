/**
 * Reads the YAML under {@code config/} and {@code jobs/} into small records that remember where they were written.
 * Everything that is wrong is collected and reported at once. Start with {@code Configuration}.
 */
@NullMarked
package dev.kenshin.config;

import org.jspecify.annotations.NullMarked;
