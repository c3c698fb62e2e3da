/**
 * What could not become a row: since when, what of it is left, and how many came and went from night to night. Nights
 * record it after they have mapped, people look at it in the morning. Start with {@link
 * dev.kenshin.quarantine.QuarantineHistory}.
 */
@NullMarked
package dev.kenshin.quarantine;

import org.jspecify.annotations.NullMarked;
