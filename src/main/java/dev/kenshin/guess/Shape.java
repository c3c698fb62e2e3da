package dev.kenshin.guess;

import dev.kenshin.config.Expectation;
import dev.kenshin.config.OutagePolicy;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a source is to be read, which says nothing yet of what its columns mean. */
record Shape(String type, List<Option> options, List<StreamShape> streams) {

    /**
     * One stream and where it lies.
     *
     * @param columns what its header says, as far as that can be told before it is read; else empty
     */
    record StreamShape(String name, List<Option> options, List<String> columns) {}

    /** As a night would be told to read it. */
    SourceConfig config(String name) {
        Map<String, StreamConfig> configs = new LinkedHashMap<>();
        streams.forEach(stream -> configs.put(
                stream.name(),
                new StreamConfig(name, stream.name(), List.of(), Option.mapping(stream.options()), Option.NOWHERE)));
        return new SourceConfig(
                name,
                type,
                Option.mapping(options),
                configs,
                new OutagePolicy.Fail(),
                Expectation.none(),
                Option.NOWHERE);
    }
}
