package dev.kenshin.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a record. */
public sealed interface Outcome {

    /**
     * A row of the model table.
     *
     * @param values in the order of {@link RowMapper#table()}'s columns, {@code account_id} first; null means unknown
     * @param linkedBy how the account was found: {@code crosswalk}, or the {@code by} of the link; {@code key} for
     *     accounts themselves
     */
    record MappedRow(List<@Nullable Object> values, String linkedBy) implements Outcome {}

    /** No row; every reason, not only the first. */
    record Rejected(List<Rejection> rejections) implements Outcome {}
}
