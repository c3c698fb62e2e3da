package dev.kenshin.landing;

/**
 * What became of an extract: {@code extracted = added + changed + unchanged + duplicates + broken}.
 *
 * @param extracted rows read, readable or not
 * @param deleted records that a full extract no longer held
 * @param duplicates records whose key occurred again in the same extract; those that differed are in the quarantine
 *     if the extract was full
 * @param broken rows that could not be read as records; they are in the quarantine
 */
public record LandingResult(
        long extracted, long added, long changed, long unchanged, long deleted, long duplicates, long broken) {}
