package dev.kenshin.cli;

import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Group;
import dev.kenshin.quarantine.NightCount;
import java.util.List;

/**
 * The list for machines; keys are added and never renamed.
 *
 * @param nights the last ones, the oldest first
 */
record QuarantineJson(List<NightCount> nights, List<Group> groups, List<Entry> entries) {}
