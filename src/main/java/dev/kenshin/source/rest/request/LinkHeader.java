package dev.kenshin.source.rest.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Link header as templates see it: {@code headers['link']['next']['url']}. */
final class LinkHeader {
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[\\w*-]+\\s*=\\s*(?:\"[^\"]*\"|[^\",;\\s]+))*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w*-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\",;\\s]+))");

    private LinkHeader() {}

    /** Each link with its address and attributes, by its {@code rel}, or by its address where it has none. */
    static Map<String, Object> links(String header) {
        Map<String, Object> links = new LinkedHashMap<>();
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("url", link.group(1));
            Matcher attribute = ATTRIBUTE.matcher(link.group(2));
            while (attribute.find()) {
                attributes.put(
                        attribute.group(1), attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
            }
            links.put(String.valueOf(attributes.getOrDefault("rel", link.group(1))), attributes);
        }
        return links;
    }
}
