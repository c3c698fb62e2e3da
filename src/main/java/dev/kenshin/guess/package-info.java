/**
 * Looks at data that nobody has described yet and drafts the configuration for it: how a file is written, what its columns
 * hold, which canonical table they look like, each guess with how sure it is. Reads a bounded number of rows through the
 * connectors and converters that a night uses. Start with {@link dev.kenshin.guess.Guesses}.
 */
@NullMarked
package dev.kenshin.guess;

import org.jspecify.annotations.NullMarked;
