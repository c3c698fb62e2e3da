package dev.kenshin.publish;

import dev.kenshin.problem.Language;

/** A form in which a snapshot is published, with its options checked. */
public sealed interface Publication {

    /** CSV files. */
    record Tables(TableCharset charset) implements Publication {}

    /** The Excel workbook, with labels in one language. */
    record Workbook(Language language) implements Publication {}

    /** The tables in a database, for BI tools. */
    record Mart(MartDatabase database) implements Publication {}
}
