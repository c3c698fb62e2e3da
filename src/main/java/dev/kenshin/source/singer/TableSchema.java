package dev.kenshin.source.singer;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.source.Columns;
import dev.kenshin.source.SourceUnavailable;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The fields that a tap's schema tells of. A schema that names no field of an object says nothing about it.
 *
 * @param fields flattened, as those of records
 * @param open prefixes of objects of which the fields are not told
 */
record TableSchema(Set<String> fields, Set<String> open) {

    static TableSchema of(JsonNode schema) {
        TableSchema table = new TableSchema(new LinkedHashSet<>(), new LinkedHashSet<>());
        table.add(schema, "");
        return table;
    }

    /** @throws SourceUnavailable if an expected column is missing (KEN-S21) */
    void check(StreamConfig stream, Location at) throws SourceUnavailable {
        for (String name : Columns.expected(stream)) {
            if (!fields.contains(name) && open.stream().noneMatch(name::startsWith)) {
                throw Columns.missing(name, fields, at);
            }
        }
    }

    private void add(JsonNode object, String prefix) {
        if (object.path("properties").isEmpty()) {
            open.add(prefix);
        }
        object.path("properties").propertyStream().forEach(field -> {
            String name = prefix + field.getKey();
            fields.add(name);
            if (mayBeObject(field.getValue())) {
                add(field.getValue(), name + ".");
            }
        });
    }

    /** A schema that gives no type, or alternatives, permits anything. */
    private static boolean mayBeObject(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isMissingNode()
                || type.asString("").equals("object")
                || type.valueStream().anyMatch(each -> each.asString("").equals("object"));
    }
}
