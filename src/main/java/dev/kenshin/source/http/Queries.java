package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of an address. */
final class Queries {
    private Queries() {}

    static URI with(URI uri, String name, String value) {
        String encoded = encoded(name);
        String query = Stream.concat(
                        parameters(uri).filter(parameter -> !parameter.split("=", 2)[0].equals(encoded)),
                        Stream.of(encoded + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        return URI.create(without(uri) + "?" + query + fragment);
    }

    /** The address up to its query, without a user and password. */
    static String without(URI uri) {
        String authority = String.valueOf(uri.getRawAuthority());
        return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + uri.getRawPath();
    }

    private static Stream<String> parameters(URI uri) {
        return uri.getRawQuery() == null
                ? Stream.of()
                : Stream.of(uri.getRawQuery().split("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
