package dev.kenshin.source.rest.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Location;
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

/** Streams that a manifest has made from a list. */
class StreamTemplateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String TEMPLATE = """
            dynamic_streams:
              - type: DynamicDeclarativeStream
                stream_template:
                  type: DeclarativeStream
                  name: ""
                  $parameters: { sheet: none }
                  retriever:
                    type: SimpleRetriever
                    requester: { type: HttpRequester, url_base: "https://api", path: "{{ parameters['sheet'] }}" }
                components_resolver:
            """;
    private static final String MAPPING = """
            components_mapping:
              - { field_path: [name], value: "{{ components_values['title'] }}", value_type: string }
              - { field_path: [$parameters, sheet], value: "{{ components_values['id'] }}" }
              - { field_path: [retriever, page], value: "{{ 3 }}" }
              - { field_path: [retriever, requester, odd], value: "x", create_or_update: true,
                  condition: "{{ components_values['id'] == 2 }}" }
            """;

    @TempDir
    Path directory;

    @Test
    void everyEntryOfTheConfiguration_makesAStream() throws IOException {
        List<Manifest.Entry> entries = entries(
                "type: ConfigComponentsResolver\nstream_config: { configs_pointer: [sheets] }\n" + MAPPING,
                Map.of("sheets", List.of(Map.of("title", "2025", "id", 1L), Map.of("title", "plans", "id", 2L))));
        assertThat(entries).extracting(Manifest.Entry::name).containsExactly("2025", "plans");
        Component first = component(entries.get(0));
        Component requester =
                first.child("retriever").orElseThrow().child("requester").orElseThrow();
        assertThat(requester.parameters()).containsEntry("sheet", 1L);
        assertThat(requester.has("odd")).isFalse();
        assertThat(first.child("retriever").orElseThrow().has("page")).isFalse();
        assertThat(component(entries.get(1)).child("retriever").orElseThrow().child("requester"))
                .hasValueSatisfying(it -> assertThat(it.text("odd")).contains("x"));
    }

    @Test
    void entriesMayStandInTheManifest_andSeveralListsAreCombined() throws IOException {
        assertThat(entries("""
                type: ParametrizedComponentsResolver
                stream_parameters:
                  list_of_parameters_for_stream: [ { title: a, id: 1 }, { title: b, id: 2 } ]
                """ + MAPPING, Map.of()))
                .extracting(Manifest.Entry::name)
                .containsExactly("a", "b");
        assertThat(entries("""
                type: ConfigComponentsResolver
                stream_config:
                  - { configs_pointer: [none], default_values: [ { title: a }, { title: b } ] }
                  - { configs_pointer: [ids] }
                """ + MAPPING, Map.of("ids", List.of(Map.of("id", 1L), Map.of("id", 2L)))))
                .extracting(Manifest.Entry::name)
                .containsExactly("a", "a", "b", "b");
    }

    @Test
    void whatOnlyTheApiCouldList_isNamedAsWhatCannotBeHad() throws IOException {
        assertThat(entries("type: HttpComponentsResolver\n", Map.of()))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.obstacle().orElseThrow().en()).contains("HttpComponentsResolver"));
    }

    private List<Manifest.Entry> entries(String resolver, Map<String, Object> config) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.yaml"), TEMPLATE + resolver.indent(10));
        Manifest manifest =
                ManifestFile.read(file, Location.file("s.yaml"), new Problems()).orElseThrow();
        return manifest.streams(new Variables(Map.of("config", config), CLOCK));
    }

    private static Component component(Manifest.Entry entry) {
        return entry.component().orElseThrow();
    }
}
