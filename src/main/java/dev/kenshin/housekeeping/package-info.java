/**
 * Keeps a home in order between the nights: thins out its history, backs it up, restores it, and looks whether it is well.
 * Stands beside the flow of data, and is only ever started by a person or by cron. Start with {@link
 * dev.kenshin.housekeeping.Prune}.
 */
@NullMarked
package dev.kenshin.housekeeping;

import org.jspecify.annotations.NullMarked;
