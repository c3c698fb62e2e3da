package dev.kenshin.source;

/** What a source yields: a record, or a row that is broken in itself. */
public sealed interface SourceItem permits SourceRecord, BrokenRecord {
    Place place();
}
