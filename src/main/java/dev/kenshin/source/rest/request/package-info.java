/**
 * The calls of a stream: where they go, what they carry, how answers are judged, and how the next page is asked for.
 * Start with {@link dev.kenshin.source.rest.request.Requester}.
 */
@NullMarked
package dev.kenshin.source.rest.request;

import org.jspecify.annotations.NullMarked;
