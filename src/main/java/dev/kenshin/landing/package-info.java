/**
 * Keeps the records of every stream as they came, in versions, and the cursors of incremental streams. Stands between
 * the connectors and the mappings: an extract is staged, checked by {@link dev.kenshin.landing.LandingGate}, landed as
 * a whole, and read again through {@link dev.kenshin.landing.Changes}. Start with {@link dev.kenshin.landing.Landing}.
 */
@NullMarked
package dev.kenshin.landing;

import org.jspecify.annotations.NullMarked;
