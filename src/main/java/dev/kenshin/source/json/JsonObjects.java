package dev.kenshin.source.json;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Makes records of JSON objects that came another way than in a file: the same fields, the same flaws. */
public final class JsonObjects {
    private JsonObjects() {}

    /**
     * The record that an object holds; a broken one where the text is none.
     *
     * @param key the key fields; may be empty
     * @param place where a record with these fields was found; it may be asked with no fields
     */
    public static SourceItem item(String json, List<String> key, Function<Map<String, @Nullable Object>, Place> place) {
        try (JsonParser parser = JsonForm.JSON.createParser(ObjectReadContext.empty(), json)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? JsonFields.read(parser).item(key, place)
                    : JsonProblems.noObject(place.apply(Map.of()), json);
        } catch (JacksonException e) {
            return JsonProblems.brokenLine(place.apply(Map.of()), json, e);
        }
    }
}
