package dev.kenshin.source.rest.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.rest.template.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void reference_isReplacedByWhatItRefersTo_andOwnKeysWin() throws IOException {
        Component stream = only("""
                definitions:
                  base: { a: 1, nested: { x: 1, y: 2 } }
                streams:
                  - { type: DeclarativeStream, name: tickets, data: { $ref: '#/definitions/base', a: 2 } }
                """);
        Component data = stream.child("data").orElseThrow();
        assertThat(data.values()).containsEntry("a", 2L);
        assertThat(data.child("nested").orElseThrow().values()).containsEntry("y", 2L);
    }

    @Test
    void plainText_mayBeAReferenceToo() throws IOException {
        Component stream = only("""
                definitions: { limit: 50, names: [a, b], 'odd/key': found }
                streams:
                  - type: DeclarativeStream
                    name: tickets
                    limit: '#/definitions/limit'
                    second: '#/definitions/names/1'
                    odd: '#/definitions/odd/key'
                    parameters: { $ref: '#/definitions/names' }
                """);
        assertThat(stream.values())
                .containsEntry("limit", 50L)
                .containsEntry("second", "b")
                .containsEntry("odd", "found")
                .containsEntry("parameters", List.of("a", "b"));
    }

    @Test
    void brokenReference_spoilsItsOwnStreamOnly() throws IOException {
        List<Manifest.Entry> entries = streams("""
                definitions:
                  circle: { $ref: '#/definitions/circle' }
                streams:
                  - { type: DeclarativeStream, name: lost, retriever: '#/definitions/nowhere' }
                  - { type: DeclarativeStream, name: round, retriever: '#/definitions/circle' }
                  - { type: DeclarativeStream, name: fine }
                """);
        assertThat(entries).extracting(Manifest.Entry::name).containsExactly("lost", "round", "fine");
        assertThat(entries.get(0).obstacle().orElseThrow().en()).contains("#/definitions/nowhere", "nowhere");
        assertThat(entries.get(1).obstacle().orElseThrow().en()).contains("back to itself");
        assertThat(entries.get(2).obstacle()).isEmpty();
    }

    @Test
    void parameters_cascadeAndFillEmptyFieldsOnly() throws IOException {
        Component stream = only("""
                streams:
                  - type: DeclarativeStream
                    $parameters: { name: tickets, path: /tickets, primary_key: id }
                    retriever:
                      requester:
                        path: ''
                        http_method: POST
                        $parameters: { path: /own }
                      record_selector:
                        extractor: { field_path: [data] }
                """);
        assertThat(stream.text("name")).contains("tickets");
        assertThat(stream.text("primary_key")).contains("id");
        Component retriever = stream.child("retriever").orElseThrow();
        Component requester = retriever.child("requester").orElseThrow();
        assertThat(requester.text("path")).contains("/own");
        assertThat(requester.text("http_method")).contains("POST");
        assertThat(requester.parameters()).containsEntry("name", "tickets").containsEntry("path", "/own");
        assertThat(retriever.parameters()).containsEntry("path", "/tickets");
    }

    @Test
    void types_areImpliedByTheFieldOfTheParent() throws IOException {
        Component stream = only("""
                streams:
                  - name: tickets
                    retriever:
                      requester: { error_handler: { response_filters: [ { http_codes: [404] } ] } }
                      record_selector: { extractor: { field_path: [] }, record_filter: { condition: 'x' } }
                """);
        Component retriever = stream.child("retriever").orElseThrow();
        assertThat(stream.type()).isEqualTo("DeclarativeStream");
        assertThat(retriever.type()).isEqualTo("SimpleRetriever");
        Component requester = retriever.child("requester").orElseThrow();
        assertThat(requester.type()).isEqualTo("HttpRequester");
        Component errors = requester.child("error_handler").orElseThrow();
        assertThat(errors.type()).isEqualTo("DefaultErrorHandler");
        assertThat(errors.children("response_filters").get(0).type()).isEqualTo("HttpResponseFilter");
        Component selector = retriever.child("record_selector").orElseThrow();
        assertThat(selector.child("extractor").orElseThrow().type()).isEqualTo("DpathExtractor");
        assertThat(selector.child("record_filter").orElseThrow().type()).isEqualTo("RecordFilter");
    }

    @Test
    void schemas_areLeftAlone() throws IOException {
        Component stream = only("""
                streams:
                  - type: DeclarativeStream
                    $parameters: { name: tickets }
                    schema_loader:
                      type: InlineSchemaLoader
                      schema: { type: object, properties: { name: { type: string } } }
                """);
        Component schema =
                stream.child("schema_loader").orElseThrow().child("schema").orElseThrow();
        assertThat(schema.values()).doesNotContainKey("name");
    }

    @Test
    void specification_givesDefaultsAndTellsWhatIsMissing() throws IOException {
        Manifest manifest = read("""
                streams: []
                spec:
                  connection_specification:
                    type: object
                    required: [token, region]
                    properties:
                      token: { type: string, airbyte_secret: true }
                      region: { type: string, default: jp }
                      nested: { type: object, properties: { deep: { type: integer, default: 7 } } }
                """);
        ConnectorConfig config = new ConnectorConfig(manifest.specification());
        Map<String, Object> completed = config.completed(Map.of("nested", Map.of("other", 1L)));
        assertThat(completed).containsEntry("region", "jp").containsEntry("nested", Map.of("other", 1L, "deep", 7L));
        assertThat(config.missing(completed)).containsExactly("token");
        assertThat(config.secrets()).containsExactly("token");
    }

    @Test
    void whatIsNoManifest_isExplained() throws IOException {
        assertThat(problem("a: [")).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-R01");
            assertThat(problem.message().en()).contains("YAML");
        });
        assertThat(problem("a: b").message().en()).contains("no streams");
        Problems problems = new Problems();
        ManifestFile.read(directory.resolve("nothing.yaml"), Location.file("s.yaml"), problems);
        assertThat(problems.all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().ja()).contains("nothing.yaml"));
    }

    private Component only(String yaml) throws IOException {
        List<Manifest.Entry> entries = streams(yaml);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).obstacle()).isEmpty();
        return entries.get(0).component().orElseThrow();
    }

    private List<Manifest.Entry> streams(String yaml) throws IOException {
        return read(yaml).streams(new Variables(Map.of("config", Map.of()), CLOCK));
    }

    private Manifest read(String yaml) throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(directory.resolve("manifest.yaml"), yaml);
        return ManifestFile.read(file, Location.file("s.yaml"), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }

    private Problem problem(String yaml) throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(directory.resolve("manifest.yaml"), yaml);
        assertThat(ManifestFile.read(file, Location.file("s.yaml"), problems)).isEmpty();
        return problems.all().get(0);
    }
}
