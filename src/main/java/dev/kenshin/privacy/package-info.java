/**
 * What must not be kept of people and customers: fields that never land, pseudonyms in the place of values, and the list of those
 * who are forgotten, which holds keyed hashes and no names. Stands between the sources and landing, and tells forgetting
 * what to look for. Start with {@link dev.kenshin.privacy.Guard}.
 */
@NullMarked
package dev.kenshin.privacy;

import org.jspecify.annotations.NullMarked;
