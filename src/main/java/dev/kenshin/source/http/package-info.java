/**
 * Calls to other people's servers over HTTP: with time-outs, retries, waits for rate limits, limits on what is read, and
 * no secret in any message. It knows nothing of what an answer means; whoever calls judges that. Start with
 * {@link dev.kenshin.source.http.HttpCaller}.
 */
@NullMarked
package dev.kenshin.source.http;

import org.jspecify.annotations.NullMarked;
