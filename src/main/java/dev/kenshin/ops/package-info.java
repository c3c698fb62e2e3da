/**
 * What keeps nights in order: the home directory, the lock that lets one run in at a time, and the report each run
 * renews while it goes on. Start with {@link dev.kenshin.ops.RunReport}.
 */
@NullMarked
package dev.kenshin.ops;

import org.jspecify.annotations.NullMarked;
