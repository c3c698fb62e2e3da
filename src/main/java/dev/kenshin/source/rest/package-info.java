/**
 * Reads REST APIs as connector manifests describe them: the open low-code dialect, run without any Python. Stands between
 * a manifest, read by {@code manifest}, and the landing; {@code request}, {@code slice} and {@code record} say how calls
 * are made, how a stream is divided, and what becomes of answers. Start with {@link dev.kenshin.source.rest.RestSource},
 * then {@link dev.kenshin.source.rest.StreamReader}.
 */
@NullMarked
package dev.kenshin.source.rest;

import org.jspecify.annotations.NullMarked;
