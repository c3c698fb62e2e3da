package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kenshin.config.ConfigException;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest as a whole: which of its streams run, and what the configuration must say. */
class RestSourceTest {
    private static final String MANIFEST = """
            version: 6.0.0
            type: DeclarativeSource
            spec:
              connection_specification:
                type: object
                required: [token]
                properties: { token: { type: string, airbyte_secret: true }, page: { type: integer, default: 2 } }
            definitions:
              retriever:
                requester:
                  url_base: "API/{{ config['tenant'] or 'v1' }}/"
                  path: "{{ parameters['path'] }}"
                  request_headers: { X-Token: "{{ config['token'] }}" }
                  request_parameters: { size: "{{ config['page'] }}" }
                record_selector: { extractor: { field_path: [] } }
            streams:
              - { type: DeclarativeStream, $parameters: { name: people, path: /people, primary_key: id }, retriever: { $ref: '#/definitions/retriever' } }
              - { type: DeclarativeStream, name: odd, retriever: { type: CustomRetriever, class_name: source.Odd } }
              - { type: DeclarativeStream, name: report, retriever: { type: AsyncRetriever } }
              - name: sliced
                retriever: { $ref: '#/definitions/retriever', stream_slicer: { type: DatetimeStreamSlicer } }
              - name: scrolled
                retriever:
                  $ref: '#/definitions/retriever'
                  paginator:
                    type: DefaultPaginator
                    pagination_strategy: { type: CursorPagination, cursor_value: "{{ last_records[-1]['id'] }}" }
              - { name: classy, retriever: { $ref: '#/definitions/retriever', paginator: { class_name: source.Pages } } }
              - type: ConditionalStreams
                condition: "{{ config.get('beta', False) }}"
                streams:
                  - { $parameters: { name: beta, path: beta, second: b, primary_key: [[id], [a, "{{ parameters['second'] }}"]] }, retriever: { $ref: '#/definitions/retriever' } }
            """;

    @TempDir
    Path directory;

    @Test
    void stream_isFoundByItsNameInTheManifest_andKeyedAsItSays() throws Exception {
        try (Api api = api();
                Source source =
                        connector(api).open(Configured.stream("staff", List.of(), Map.of("stream", "people")))) {
            assertThat(Extracts.records(source, Configured.stream("staff", List.of(), Map.of("stream", "people"))))
                    .extracting(SourceRecord::key, record -> record.place().row())
                    .containsExactly(tuple("1", "crm.staff[id=1]"));
            assertThat(api.calls()).singleElement().satisfies(call -> {
                assertThat(call.path()).isEqualTo("/v1/people");
                assertThat(call.header("X-Token")).isEqualTo("s3cr3t-token");
                assertThat(call.query()).containsEntry("size", "2");
            });
        }
    }

    @Test
    void keyOfSeveralFields_mayReachIntoObjects() throws Exception {
        try (Api api = api();
                Source source = connector(api).config("beta", true).open(Connector.stream("beta"))) {
            assertThat(Extracts.records(source, Connector.stream("beta")))
                    .extracting(SourceRecord::key)
                    .containsExactly("1|x");
        }
    }

    @Test
    void streamThatNeedsPython_isSkippedByName_andTheOthersRun() throws Exception {
        try (Api api = api();
                Source source = connector(api).open(Connector.stream("odd"), Connector.stream("people"))) {
            assertThat(source.skipped()).containsOnlyKeys("odd");
            Problem problem = Objects.requireNonNull(source.skipped().get("odd"));
            assertThat(problem.code()).isEqualTo("KEN-R04");
            assertThat(problem.message().en()).contains("'odd'", "CustomRetriever");
            assertThat(Extracts.records(source, Connector.stream("people"))).hasSize(1);
        }
    }

    @Test
    void offer_listsWhatRunsAndWhyTheRestDoesNot() throws Exception {
        try (Api api = api();
                Source source = connector(api).open(Connector.stream("people"))) {
            Text offer = source.offer().orElseThrow();
            assertThat(offer.en())
                    .contains("1/6 streams", "people", "odd: CustomRetriever", "report: AsyncRetriever")
                    .contains("sliced: DatetimeStreamSlicer", "'last_records'", "classy: source.Pages");
            assertThat(offer.ja()).contains("1/6", "people", "対応していません");
            assertThat(api.calls()).isEmpty();
        }
    }

    @Test
    void everyMistakeInTheConfiguration_isToldAtOnce() throws Exception {
        try (Api api = api()) {
            Connector connector = Connector.of(directory, api, MANIFEST);
            assertThat(mistakes(connector, "people")).containsExactly("KEN-R02");
            assertThat(mistakes(connector.config("token", "x"), "peoples")).containsExactly("KEN-R03");
            assertThat(mistakes(connector.option("manifest", "none.yaml"), "people"))
                    .containsExactly("KEN-R01");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../manifest.yaml", "/etc/passwd", "link.yaml"})
    @Threat(Danger.FILE)
    void manifestThatLiesElsewhere_isNotRead(String manifest) throws Exception {
        Files.createSymbolicLink(directory.resolve("link.yaml"), Path.of("/etc/passwd"));
        try (Api api = api()) {
            assertThatThrownBy(() -> connector(api).option("manifest", manifest).open(Connector.stream("people")))
                    .hasMessageContaining("KEN-R01")
                    .hasMessageContaining("lies outside");
        }
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void manifestWithoutEndOfNesting_isRefused() throws Exception {
        try (Api api = api()) {
            Connector connector = Connector.of(directory, api, "streams: " + "[".repeat(100_000) + "]".repeat(100_000));
            assertThat(mistakes(connector, "people")).containsExactly("KEN-R01");
        }
    }

    @Test
    void unknownStream_namesTheNearest() throws Exception {
        try (Api api = api()) {
            assertThatThrownBy(() -> connector(api).open(Connector.stream("poeple")))
                    .hasMessageContaining("'poeple'")
                    .hasMessageContaining("'people'");
        }
    }

    private Connector connector(Api api) throws IOException {
        return Connector.of(directory, api, MANIFEST).config("token", "${TOKEN}");
    }

    private static Api api() throws IOException {
        return Api.answering(call -> Answer.json("[{\"id\": 1, \"a\": {\"b\": \"x\"}}]"));
    }

    private static List<String> mistakes(Connector connector, String stream) {
        return Objects.requireNonNull(
                        catchThrowableOfType(ConfigException.class, () -> connector.open(Connector.stream(stream))))
                .problems()
                .stream()
                .map(Problem::code)
                .toList();
    }
}
