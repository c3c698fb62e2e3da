package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;

/**
 * How a run ended.
 *
 * @param alreadyComplete whether there was nothing to do
 */
public record NightResult(ExitCode exitCode, boolean alreadyComplete) {}
