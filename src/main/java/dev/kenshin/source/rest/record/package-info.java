/**
 * From the body of an answer to records: decoders, the extractor, the filter and the transformations of a manifest, and
 * the flat form in which a record leaves the connector. Start with {@link dev.kenshin.source.rest.record.Selector}.
 */
@NullMarked
package dev.kenshin.source.rest.record;

import org.jspecify.annotations.NullMarked;
