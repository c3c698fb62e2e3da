package dev.kenshin.source.singer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a tap can read, by its own account. */
record Catalog(List<ObjectNode> entries) {
    private static final String METADATA = "metadata";
    private static final String BREADCRUMB = "breadcrumb";
    private static final String SELECTED = "selected";
    private static final String INCLUSION = "inclusion";
    private static final String METHOD = "replication-method";

    /** Empty where the text is no catalog. */
    static Optional<Catalog> of(String json) {
        try {
            JsonNode streams = SingerJson.MAPPER.readTree(json).path("streams");
            List<ObjectNode> entries = streams.valueStream()
                    .filter(JsonNode::isObject)
                    .map(ObjectNode.class::cast)
                    .toList();
            return streams.isArray() ? Optional.of(new Catalog(entries)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Of all streams; the id where it differs from the name. */
    List<String> names() {
        return entries.stream().map(Catalog::id).toList();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** All names that the records of a stream may bear. */
    Set<String> names(String name) {
        return find(name).stream()
                .flatMap(entry -> Stream.of("tap_stream_id", "stream", "stream_alias")
                        .map(key -> entry.path(key).asString("")))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How a stream is copied, where anybody says so: the tap, if it leaves no choice, before the configuration. */
    Optional<Replication> method(WantedStream wanted) {
        Optional<JsonNode> own = find(wanted.name()).flatMap(Catalog::ofStream);
        return said(own, "forced-replication-method")
                .or(wanted::replication)
                .or(() -> said(own, METHOD))
                .or(() -> said(find(wanted.name()), "replication_method"));
    }

    /** The catalog to give back, with only these streams selected, each with all its fields. */
    String selecting(WantedStream wanted) {
        ObjectNode root = SingerJson.MAPPER.createObjectNode();
        ArrayNode streams = root.putArray("streams");
        for (ObjectNode entry : entries) {
            ObjectNode copy = entry.deepCopy();
            boolean selected = wanted.selected().stream().anyMatch(name -> isCalled(copy, name));
            select(copy, selected);
            if (isCalled(copy, wanted.name())) {
                choose(copy, wanted);
            }
            streams.add(copy);
        }
        return root.toString();
    }

    private Optional<ObjectNode> find(String name) {
        return entries.stream()
                .filter(entry -> id(entry).equals(name))
                .findFirst()
                .or(() ->
                        entries.stream().filter(entry -> isCalled(entry, name)).findFirst());
    }

    private static boolean isCalled(ObjectNode entry, String name) {
        return id(entry).equals(name) || entry.path("stream").asString("").equals(name);
    }

    private static String id(JsonNode entry) {
        return entry.path("tap_stream_id").asString(entry.path("stream").asString(""));
    }

    private static Optional<Replication> said(Optional<? extends JsonNode> where, String key) {
        return where.flatMap(node -> Replication.of(node.path(key).asString("")));
    }

    /** The metadata of the stream as a whole. */
    private static Optional<JsonNode> ofStream(JsonNode entry) {
        return entry.path(METADATA)
                .valueStream()
                .filter(each -> each.path(BREADCRUMB).isEmpty())
                .map(each -> each.path(METADATA))
                .findFirst();
    }

    /** Both as metadata and, for older taps, in the schema. A field counts only where the stream does. */
    private static void select(ObjectNode entry, boolean selected) {
        if (ofStream(entry).isEmpty()) {
            addMetadata(entry);
        }
        for (JsonNode each : new ArrayList<>(entry.path(METADATA).values())) {
            if (each.path(METADATA) instanceof ObjectNode own) {
                own.put(SELECTED, selected && isSupported(own));
            }
        }
        if (entry.path("schema") instanceof ObjectNode schema) {
            schema.put(SELECTED, selected);
            selectFields(schema, selected);
        }
    }

    private static void selectFields(ObjectNode schema, boolean selected) {
        for (JsonNode field : schema.path("properties").values()) {
            if (field instanceof ObjectNode own && own.has(INCLUSION)) {
                own.put(SELECTED, selected && isSupported(own));
            }
        }
    }

    private static boolean isSupported(JsonNode node) {
        return !node.path(INCLUSION).asString("").equals("unsupported");
    }

    private static ObjectNode addMetadata(ObjectNode entry) {
        ArrayNode all = entry.path(METADATA) instanceof ArrayNode known ? known : entry.putArray(METADATA);
        ObjectNode added = all.addObject();
        added.putArray(BREADCRUMB);
        return added.putObject(METADATA);
    }

    private static void choose(ObjectNode entry, WantedStream wanted) {
        ObjectNode own = ofStream(entry)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> addMetadata(entry));
        wanted.replication().ifPresent(method -> {
            own.put(METHOD, method.name());
            entry.put("replication_method", method.name());
        });
        wanted.cursor().ifPresent(field -> {
            own.put("replication-key", field);
            entry.put("replication_key", field);
        });
    }
}
