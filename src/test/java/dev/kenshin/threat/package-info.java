/**
 * Attacks Kenshin. Tests all over the project that would fail without a defence say which {@link dev.kenshin.threat.Danger} it
 * is against, by {@link dev.kenshin.threat.Threat}; {@link dev.kenshin.threat.ThreatRun} runs them and makes a table of what
 * came of it. Here are those that take more than one package.
 */
@NullMarked
package dev.kenshin.threat;

import org.jspecify.annotations.NullMarked;
