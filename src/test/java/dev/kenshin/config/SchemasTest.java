package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SchemasTest {

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Examples.folder("schema"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySchema_obeysTheMetaschema(Path document) {
        Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(metaschema.validate(read(document))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTitleAndDescription_isInBothLanguages(Path document) {
        List<String> words = new ArrayList<>();
        collect(read(document), words);
        assertThat(words).isNotEmpty().allMatch(text -> text.split(" / ", 2).length == 2);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFile_hasItsSchema(Kind kind) throws IOException {
        assertThat(documents())
                .extracting(path -> path.getFileName().toString())
                .contains(kind.schema());
    }

    @Test
    void everyRuleWithAPattern_hasExamplesForItsMessage() throws IOException {
        for (Path document : documents()) {
            assertThat(read(document).findParents("pattern")).allMatch(rule -> rule.has("examples"));
        }
    }

    private static JsonNode read(Path document) {
        return new ObjectMapper().readTree(document.toFile());
    }

    /** Texts for people: properties of that name hold a schema instead, and are walked like any other. */
    private static void collect(JsonNode schema, List<String> words) {
        schema.forEachEntry((key, value) -> {
            if ((key.equals("title") || key.equals("description")) && value.isString()) {
                words.add(value.asString());
            }
        });
        schema.forEach(part -> collect(part, words));
    }
}
