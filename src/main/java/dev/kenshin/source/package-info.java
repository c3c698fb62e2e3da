/**
 * Connectors: each reads one kind of system and yields its records as they are, with the place where each was found.
 * Nothing is converted here. Start with {@link dev.kenshin.source.Source}.
 */
@NullMarked
package dev.kenshin.source;

import org.jspecify.annotations.NullMarked;
