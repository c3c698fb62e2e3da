package dev.kenshin.config;

import java.util.List;

/** Reads {@code account}: one way to find the account, or a list of ways in order of preference. */
final class LinkReader {
    private LinkReader() {}

    static List<LinkConfig> read(Section section) {
        return section.items("account").stream()
                .filter(Yaml.Mapping.class::isInstance)
                .map(item -> link(new Section((Yaml.Mapping) item)))
                .toList();
    }

    private static LinkConfig link(Section link) {
        return new LinkConfig(link.words("by"), link.words("from"), link.at("by"));
    }
}
