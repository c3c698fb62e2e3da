/**
 * Runs Singer taps: programs of any language that write records, schemas and states to their standard output. For each
 * stream the tap runs once, with that stream selected and its own last state. Start with {@link
 * dev.kenshin.source.singer.SingerSource}, then {@link dev.kenshin.source.singer.TapExtraction}.
 */
@NullMarked
package dev.kenshin.source.singer;

import org.jspecify.annotations.NullMarked;
