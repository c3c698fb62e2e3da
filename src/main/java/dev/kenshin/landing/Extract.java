package dev.kenshin.landing;

import java.util.Optional;

/**
 * What a staged extract stands for.
 *
 * @param full whether it holds every record of the stream, so that those it does not hold are gone
 * @param last whether the stream has been read to its end with it
 * @param cursor where the next extract of an incremental stream starts
 * @param freshnessColumn the field that dates the records
 * @param fingerprint of what a full extract was made of; empty where that cannot be told
 */
public record Extract(
        boolean full,
        boolean last,
        Optional<String> cursor,
        Optional<String> freshnessColumn,
        Optional<String> fingerprint) {

    /** Every record of the stream. */
    public static Extract full(Optional<String> freshnessColumn) {
        return full(freshnessColumn, Optional.empty());
    }

    /** Every record of the stream, and what they were made of. */
    public static Extract full(Optional<String> freshnessColumn, Optional<String> fingerprint) {
        return new Extract(true, true, Optional.empty(), freshnessColumn, fingerprint);
    }

    /** The records since the last cursor, or the last of them. */
    public static Extract since(Optional<String> cursor, Optional<String> freshnessColumn) {
        return new Extract(false, true, cursor, freshnessColumn, Optional.empty());
    }

    /** Some of the records since the last cursor, more of which are to come. */
    public static Extract part(Optional<String> cursor, Optional<String> freshnessColumn) {
        return new Extract(false, false, cursor, freshnessColumn, Optional.empty());
    }
}
