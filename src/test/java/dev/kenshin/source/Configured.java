package dev.kenshin.source;

import dev.kenshin.config.Expectation;
import dev.kenshin.config.OutagePolicy;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Configuration as the YAML reader would make it. */
public final class Configured {
    private static final Location AT = new Location.InText("config/sources/crm.yaml", 1, 1);

    private Configured() {}

    /** A stream of the source {@code crm}; option values are texts, lists of texts or maps of them. */
    public static StreamConfig stream(String name, List<String> key, Map<String, ?> options) {
        return new StreamConfig("crm", name, key, mapping(options), AT);
    }

    public static SourceConfig source(String type, Map<String, ?> options, StreamConfig... streams) {
        Map<String, StreamConfig> byName = new LinkedHashMap<>();
        for (StreamConfig stream : streams) {
            byName.put(stream.name(), stream);
        }
        return new SourceConfig("crm", type, mapping(options), byName, new OutagePolicy.Fail(), Expectation.none(), AT);
    }

    private static Yaml.Mapping mapping(Map<String, ?> options) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        options.forEach((name, value) -> entries.put(name, yaml(value)));
        return new Yaml.Mapping(entries, Map.of(), AT);
    }

    private static Yaml yaml(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> nested = new LinkedHashMap<>();
            map.forEach((name, own) -> nested.put(name.toString(), own));
            return mapping(nested);
        }
        return value instanceof List<?> list
                ? new Yaml.Sequence(list.stream().map(Configured::yaml).toList(), AT)
                : new Yaml.Scalar(value.toString(), value, AT);
    }
}
