/**
 * Connectors: each reads one kind of system and yields its records as they are, with the place where each was found.
 * Nothing is converted here. This package holds the contract and depends on no connector; each connector lives in a
 * package of its own below, and {@code connector} chooses among them. Start with {@link dev.kenshin.source.Source}.
 */
@NullMarked
package dev.kenshin.source;

import org.jspecify.annotations.NullMarked;
