package dev.kenshin.source.singer;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a stream's next extract starts, as it is kept with the stream.
 *
 * @param state the tap's last state, which means something to the tap only
 * @param version of the table that the records so far belong to, where the tap gives any
 */
record Bookmark(String state, Optional<Long> version) {

    /** Reads what {@link #text()} wrote; empty for the cursor of another connector, which means nothing to a tap. */
    static Optional<Bookmark> of(String text) {
        try {
            JsonNode kept = SingerJson.MAPPER.readTree(text);
            return Optional.ofNullable(kept.get("state")).map(state -> new Bookmark(state.toString(), version(kept)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> version(JsonNode kept) {
        return Optional.ofNullable(kept.get("version")).map(JsonNode::longValue);
    }

    String text() {
        ObjectNode kept = SingerJson.MAPPER.createObjectNode();
        version.ifPresent(number -> kept.put("version", number));
        kept.set("state", SingerJson.MAPPER.readTree(state));
        return kept.toString();
    }
}
