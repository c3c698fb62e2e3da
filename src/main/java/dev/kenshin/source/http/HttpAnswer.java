package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/**
 * What a server answered.
 *
 * @param body whole, and decompressed where the server says Content-Encoding. Not copied, since it may be large: to be
 *     read only
 * @param uri that answered, after redirects
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(int status, Headers headers, byte[] body, URI uri) {

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, UTF_8);
    }

    @Override
    public String toString() {
        return status + " from " + uri.getHost() + ", " + body.length + " bytes";
    }
}
