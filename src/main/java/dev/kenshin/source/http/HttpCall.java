package dev.kenshin.source.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of a server. {@code toString()} shows the host only, since headers, path, query and body may hold
 * secrets.
 *
 * @param method in capitals
 * @param uri with the query, encoded
 * @param headers by name; names that differ in case only are the same header
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {

    public HttpCall {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), new byte[0]);
    }

    /** The same call with a header more, or with another value of it. */
    public HttpCall withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new HttpCall(method, uri, more, body);
    }

    /** The same call with a parameter more at the end of its query, or with another value of it; neither is encoded yet. */
    public HttpCall withQuery(String name, String value) {
        return withUri(Queries.with(uri, name, value));
    }

    public HttpCall withUri(URI other) {
        return new HttpCall(method, other, headers, body);
    }

    public HttpCall withBody(byte[] other) {
        return new HttpCall(method, uri, headers, other);
    }

    /** Whether another address is of the server that this call goes to: the same scheme, host and port. */
    public boolean goesToServerOf(URI other) {
        return Destinations.host(uri).equals(Destinations.host(other))
                && String.valueOf(uri.getScheme()).equalsIgnoreCase(other.getScheme());
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " to " + uri.getHost();
    }
}
