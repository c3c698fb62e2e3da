package dev.kenshin.source.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts addresses together as browsers do. */
final class Address {
    private static final String HARMLESS = "-._~:/?#[]@!$&'()*+,;=%";

    private Address() {}

    /**
     * The address of a path.
     *
     * @param path relative to {@code base}, from the root of its host, or an address of its own
     */
    static URI of(String base, String path) throws URISyntaxException {
        if (path.isEmpty()) {
            return new URI(quoted(base));
        }
        URI whole = new URI(quoted(path));
        return whole.isAbsolute() ? whole : new URI(quoted(base.endsWith("/") ? base : base + "/")).resolve(whole);
    }

    /** The address with parameters more; those that it has already, with the same value, are not repeated. */
    static URI with(URI uri, Map<String, @Nullable Object> parameters) throws URISyntaxException {
        List<String> query = new ArrayList<>();
        if (uri.getRawQuery() != null && !uri.getRawQuery().isEmpty()) {
            query.addAll(List.of(uri.getRawQuery().split("&")));
        }
        List<String> present = query.stream().map(Address::decoded).toList();
        parameters.forEach((name, value) -> {
            for (Object each : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
                String text = TextOf.value(each);
                if (!present.contains(name + "=" + text)) {
                    query.add(encoded(name) + "=" + encoded(text));
                }
            }
        });
        String whole = uri.toString();
        int end = whole.indexOf('#') < 0 ? whole.length() : whole.indexOf('#');
        int start = whole.indexOf('?') < 0 || whole.indexOf('?') > end ? end : whole.indexOf('?');
        return new URI(whole.substring(0, start) + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    /** Names and values of a form, or of a query. */
    static String form(Map<String, @Nullable Object> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> {
            for (Object each : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
                pairs.add(encoded(name) + "=" + encoded(TextOf.value(each)));
            }
        });
        return String.join("&", pairs);
    }

    /** Percent-encodes what must not stand in an address, and leaves what is encoded already. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean plain = point < 128 && (Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0);
            quoted.append(
                    plain
                            ? Character.toString(point)
                            : encoded(Character.toString(point)).replace("+", "%20"));
        });
        return brackets(quoted.toString().strip());
    }

    /** Behind the host, brackets are common in queries ({@code projectId[]}) and not allowed by the standard. */
    private static String brackets(String text) {
        int start = Math.max(text.indexOf('?'), 0);
        return start == 0
                ? text
                : text.substring(0, start)
                        + text.substring(start).replace("[", "%5B").replace("]", "%5D");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String pair) {
        try {
            return URLDecoder.decode(pair, UTF_8);
        } catch (IllegalArgumentException e) {
            return pair;
        }
    }
}
