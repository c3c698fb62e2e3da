package dev.kenshin.reliability;

import java.util.concurrent.Callable;

/**
 * A round to come.
 *
 * @param waits whether it spends most of its time waiting, so that others may be played meanwhile
 */
record Planned(boolean waits, Callable<Outcome> round) {}
