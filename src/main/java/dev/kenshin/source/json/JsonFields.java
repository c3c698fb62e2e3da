package dev.kenshin.source.json;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

/** One object, flattened. It is read to its end even where it turns out to be unusable, so that the next one is found. */
final class JsonFields {
    /** Written out in full, 1E400 is longer than any true figure and 1E999999999 fills the memory. */
    private static final int MAXIMUM_SCALE = 400;

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private Optional<JsonProblems.Flaw> flaw = Optional.empty();

    private JsonFields() {}

    /** Reads the object at whose opening brace {@code parser} stands, up to its closing one. */
    static JsonFields read(JsonParser parser) {
        JsonFields object = new JsonFields();
        object.object(parser, "");
        return object;
    }

    Set<String> names() {
        return fields.keySet();
    }

    SourceItem item(StreamConfig stream, Place place) {
        return item(stream.key(), read -> place);
    }

    SourceItem item(List<String> key, Function<Map<String, @Nullable Object>, Place> where) {
        Place place = where.apply(fields);
        return flaw.<SourceItem>map(found -> new BrokenRecord(
                        place, found.code(), found.value(), found.reason(), JsonProblems.CORRECT_THE_SOURCE))
                .orElseGet(() -> SourceItem.of(key, fields, place));
    }

    private void object(JsonParser parser, String prefix) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, name + ".");
            } else {
                put(name, value(parser));
            }
        }
    }

    private void put(String name, @Nullable Object value) {
        if (fields.containsKey(name)) {
            flaw = Optional.of(JsonProblems.twice(name));
        } else if (value instanceof String text && text.indexOf(0) >= 0) {
            flaw = Optional.of(JsonProblems.nul(name, text));
        } else if (value instanceof BigDecimal number && Math.abs(number.scale()) > MAXIMUM_SCALE) {
            flaw = Optional.of(JsonProblems.outOfRange(name, number));
        } else {
            fields.put(name, value);
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case START_ARRAY -> text(parser);
            default -> parser.getString();
        };
    }

    private static Object integer(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getDecimalValue()
                : (Object) parser.getLongValue();
    }

    private static String text(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonForm.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }
}
