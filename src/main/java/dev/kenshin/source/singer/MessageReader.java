package dev.kenshin.source.singer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/** Takes a line apart, just as far as its kind asks for: records and states stay the text that they are. */
final class MessageReader {
    private final String line;
    private final Map<String, String> parts = new HashMap<>();

    private MessageReader(String line) {
        this.line = line;
    }

    /** Empty where the line is no message of the specification. */
    static Optional<Message> read(String line) {
        try {
            MessageReader reader = new MessageReader(line);
            return reader.divide() ? reader.message() : Optional.empty();
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean divide() {
        try (JsonParser parser = SingerJson.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                parts.put(name, part(parser));
            }
            return parser.nextToken() == null;
        }
    }

    private String part(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            int start = offset(parser.currentTokenLocation().getCharOffset());
            parser.finishToken();
            return line.substring(start, offset(parser.currentLocation().getCharOffset()));
        }
        int start = offset(parser.currentTokenLocation().getCharOffset());
        parser.skipChildren();
        return line.substring(start, offset(parser.currentLocation().getCharOffset()));
    }

    private static int offset(long offset) {
        return Math.toIntExact(offset);
    }

    private Optional<Message> message() {
        return text("type").flatMap(type -> switch (type.toUpperCase(Locale.ROOT)) {
            case "RECORD" -> row();
            case "SCHEMA" -> schema();
            case "STATE" -> Optional.ofNullable(parts.get("value")).map(Message.State::new);
            case "ACTIVATE_VERSION" -> activation();
            case "BATCH" -> Optional.of(new Message.Batch(text("stream").orElse("")));
            default -> Optional.of(new Message.Other(type));
        });
    }

    private Optional<Message> row() {
        Optional<String> record = Optional.ofNullable(parts.get("record"));
        return text("stream").flatMap(stream -> record.map(json -> new Message.Row(stream, json, version())));
    }

    private Optional<Message> schema() {
        Optional<JsonNode> schema = tree("schema").filter(JsonNode::isObject);
        List<String> key = tree("key_properties").stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString)
                .toList();
        return text("stream").flatMap(stream -> schema.map(tree -> new Message.Schema(stream, tree, key)));
    }

    private Optional<Message> activation() {
        return text("stream").flatMap(stream -> version().map(version -> new Message.Activation(stream, version)));
    }

    private Optional<Long> version() {
        return Optional.ofNullable(parts.get("version"))
                .filter(json -> !json.equals("null"))
                .map(Long::valueOf);
    }

    private Optional<String> text(String name) {
        return tree(name).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private Optional<JsonNode> tree(String name) {
        return Optional.ofNullable(parts.get(name)).map(SingerJson.MAPPER::readTree);
    }
}
