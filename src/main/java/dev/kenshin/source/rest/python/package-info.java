/**
 * Python's values and what its operators make of them, since manifests are written with these in mind: {@code 7 / 2} is
 * 3.5, {@code 'a' and 'b'} is {@code 'b'}, and {@code True} prints as {@code True}. None is null, int is Long or
 * BigInteger, float is Double, list is List, dict is Map, datetime is OffsetDateTime, date is LocalDate. Start with
 * {@link dev.kenshin.source.rest.python.Operators}; paths into nested values are {@link dev.kenshin.source.rest.python.Dpath}'s.
 */
@NullMarked
package dev.kenshin.source.rest.python;

import org.jspecify.annotations.NullMarked;
