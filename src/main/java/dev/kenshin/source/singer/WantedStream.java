package dev.kenshin.source.singer;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stream of the configuration asks of the tap.
 *
 * @param name the tap's stream; by its id or its name
 * @param with other streams that must be selected for this one to come, such as its parent
 * @param replication how it is copied, where the tap leaves the choice
 * @param cursor the field by which an incremental copy is bookmarked, where the tap leaves the choice
 */
record WantedStream(String name, List<String> with, Optional<Replication> replication, Optional<String> cursor) {

    static WantedStream of(StreamConfig stream) {
        Yaml.Mapping options = stream.options();
        return new WantedStream(
                options.text("stream").orElse(stream.name()),
                options.get("with").map(Yaml::asTexts).orElse(List.of()),
                options.text("replication").flatMap(Replication::of),
                options.text("cursor"));
    }

    /** All streams that are selected. */
    List<String> selected() {
        return Stream.concat(Stream.of(name), with.stream()).distinct().toList();
    }
}
