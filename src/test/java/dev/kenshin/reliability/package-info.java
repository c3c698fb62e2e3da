/**
 * Breaks nights on purpose: runs the installed command as a process, does something to it, gives the same command again, and
 * compares all that is kept and published with an undisturbed run. {@link dev.kenshin.reliability.CrashTest} does a few
 * rounds of each fault; {@code mvn -Pcrash package} any number. Read {@link dev.kenshin.reliability.Round} first.
 */
@NullMarked
package dev.kenshin.reliability;

import org.jspecify.annotations.NullMarked;
