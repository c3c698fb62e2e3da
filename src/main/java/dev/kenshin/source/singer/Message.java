package dev.kenshin.source.singer;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One line of a tap. */
sealed interface Message {

    /** A record, as the tap wrote it. */
    record Row(String stream, String json, Optional<Long> version) implements Message {}

    record Schema(String stream, JsonNode schema, List<String> key) implements Message {}

    /** Where the tap would go on, as it wrote it. */
    record State(String value) implements Message {}

    /** From now on only rows of this version belong to the table. */
    record Activation(String stream, long version) implements Message {}

    /** Records that lie in files elsewhere. */
    record Batch(String stream) implements Message {}

    /** A type that has no meaning here; the specification allows any. */
    record Other(String type) implements Message {}
}
