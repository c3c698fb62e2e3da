package dev.kenshin.landing;

import dev.kenshin.config.Expectation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an extract is held against.
 *
 * @param asOf data are fresh if they are young enough at the end of this day
 * @param minimum of how many records a share is judged at all
 * @param columned whether every record has every field of the stream, as the rows of a table do; elsewhere fields that
 *     hold nothing may be left out
 * @param readers the mappings that read a field, by its name
 */
public record ExtractRules(
        Expectation expect, LocalDate asOf, int minimum, boolean columned, Map<String, List<String>> readers) {}
