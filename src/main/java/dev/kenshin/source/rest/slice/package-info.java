/**
 * How the reading of a stream is divided: into partitions (a list, or the records of a parent stream) and, where it is
 * incremental, into windows of time that begin where the last night ended. Start with
 * {@link dev.kenshin.source.rest.slice.Router} and {@link dev.kenshin.source.rest.slice.Increment}.
 */
@NullMarked
package dev.kenshin.source.rest.slice;

import org.jspecify.annotations.NullMarked;
