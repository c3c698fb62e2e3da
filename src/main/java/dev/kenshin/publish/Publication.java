package dev.kenshin.publish;

import dev.kenshin.problem.Language;

/** A form in which a snapshot is published, with its options checked. */
public sealed interface Publication {

    /** Whether it lies in the export directory, and so must be shown there. */
    default boolean isInFiles() {
        return !(this instanceof Mart);
    }

    /** CSV files. */
    record Tables(TableCharset charset) implements Publication {}

    /** The Excel workbook, with labels in one language. */
    record Workbook(Language language) implements Publication {}

    /** The tables in a database, for BI tools. */
    record Mart(MartDatabase database) implements Publication {}
}
