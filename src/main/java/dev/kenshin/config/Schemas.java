package dev.kenshin.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas that ship with Kenshin, one for each kind of file. Nothing is fetched from anywhere else. */
final class Schemas {
    private static final String BASE = "kenshin:/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::document));

    /** Everything that the schema of this kind of file finds wrong with a tree. */
    List<Error> validate(Kind kind, JsonNode tree) {
        return registry.getSchema(SchemaLocation.of(BASE + kind.schema())).validate(tree);
    }

    /** The part of a schema in which a keyword stands that was violated. */
    JsonNode around(Error violation) {
        SchemaLocation keyword = violation.getSchemaLocation();
        Schema part = registry.getSchema(new SchemaLocation(
                keyword.getAbsoluteIri(), keyword.getFragment().getParent()));
        return part.getSchemaNode();
    }

    /** The schema that a violated keyword holds or refers to. */
    JsonNode rule(Error violation) {
        JsonNode rule = violation.getSchemaNode();
        return rule.has("$ref")
                ? registry.getSchema(violation
                                .getSchemaLocation()
                                .resolve(rule.get("$ref").asString()))
                        .getSchemaNode()
                : rule;
    }

    /** The text of a schema by its address; an address outside of ours is a bug in a schema. */
    private static String document(String address) {
        if (!address.startsWith(BASE)) {
            throw new IllegalArgumentException(address + " is none of our schemas");
        }
        try (InputStream document = Schemas.class.getResourceAsStream("schema/" + address.substring(BASE.length()))) {
            if (document == null) {
                throw new IllegalArgumentException(address + " does not exist");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
