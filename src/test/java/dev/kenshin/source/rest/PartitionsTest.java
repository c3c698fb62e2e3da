package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that are read part by part. */
class PartitionsTest {
    private static final String PARENT = """
            parent_stream_configs:
              - type: ParentStreamConfig
                parent_key: id
                partition_field: project
                extra_fields: [[name], [owner, mail]]
                stream:
                  type: DeclarativeStream
                  name: projects
                  primary_key: id
                  retriever:
                    type: SimpleRetriever
                    requester: { type: HttpRequester, url_base: API, path: /projects }
                    record_selector: { type: RecordSelector, extractor: { type: DpathExtractor, field_path: [] } }
            """;

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @TempDir
    Path directory;

    @Test
    void list_isAPartitionEach() throws Exception {
        answers.put("/items", "{\"items\": []}");
        try (Api api = Api.answering(this::answer)) {
            Connector.ofStream(directory, api, "", """
                    partition_router:
                      type: ListPartitionRouter
                      values: "{{ config['regions'] }}"
                      cursor_field: region
                      request_option: { inject_into: request_parameter, field_name: region }
                    """, "")
                    .config("regions", List.of("jp", "us"))
                    .keys();
            assertThat(api.queries("region")).containsExactly("jp", "us");
        }
    }

    @Test
    void valuesThatAreNoList_areExplained() throws Exception {
        try (Api api = Api.answering(this::answer)) {
            Connector connector = Connector.ofStream(
                            directory,
                            api,
                            "",
                            "partition_router: { type: ListPartitionRouter, values: \"{{ config['x'] }}\", cursor_field: y }",
                            "")
                    .config("x", "jp");
            assertThatThrownBy(connector::keys).isInstanceOfSatisfying(SourceUnavailable.class, e -> assertThat(
                            e.problem().code())
                    .isEqualTo("KEN-R12"));
        }
    }

    @Test
    void recordsOfAParent_areAPartitionEach_onlyOnce() throws Exception {
        answers.put(
                "/projects",
                "[{\"id\": 1, \"name\": \"甲\", \"owner\": {\"mail\": \"a@b\"}}, {\"id\": 2}, {\"id\": 1}, {\"x\": 0}]");
        answers.put("/projects/1/items", "{\"items\": [{\"id\": 11}, {\"id\": 12}]}");
        answers.put("/projects/2/items", "{\"items\": [{\"id\": 21}]}");
        try (Api api = Api.answering(this::answer)) {
            Connector connector = Connector.ofStream(
                    directory,
                    api,
                    "path: \"/projects/{{ stream_partition.project }}/items\"",
                    "partition_router:\n  type: SubstreamPartitionRouter\n"
                            + PARENT.replace("API", api.url()).indent(2),
                    """
                    transformations:
                      - type: AddFields
                        fields:
                          - { path: [project, id], value: "{{ stream_slice['project'] }}" }
                          - { path: [project, name], value: "{{ stream_slice.extra_fields['name'] }}" }
                          - { path: [project, mail], value: "{{ stream_slice.extra_fields['owner.mail'] or '-' }}" }
                    """);
            assertThat(connector.records())
                    .extracting(record -> record.fields().values().toString())
                    .containsExactly("[11, 1, 甲, a@b]", "[12, 1, 甲, a@b]", "[21, 2, null, -]");
            assertThat(api.calls()).hasSize(3);
        }
    }

    @Test
    void severalRouters_areCombined() throws Exception {
        answers.put("/items", "{\"items\": []}");
        try (Api api = Api.answering(this::answer)) {
            Connector.ofStream(directory, api, "", """
                    partition_router:
                      - type: ListPartitionRouter
                        values: [a, b]
                        cursor_field: one
                        request_option: { inject_into: request_parameter, field_name: one }
                      - type: ListPartitionRouter
                        values: [x, y]
                        cursor_field: two
                        request_option: { inject_into: header, field_name: Two }
                    """, "").keys();
            assertThat(api.calls())
                    .extracting(call -> call.query().get("one") + call.header("Two"))
                    .containsExactly("ax", "ay", "bx", "by");
        }
    }

    @Test
    void group_asksForSeveralAtOnce() throws Exception {
        answers.put("/items", "{\"items\": []}");
        try (Api api = Api.answering(this::answer)) {
            Connector.ofStream(
                            directory,
                            api,
                            "request_parameters: { ids: \"{{ ','.join(stream_partition.id) }}\" }",
                            """
                            partition_router:
                              type: GroupingPartitionRouter
                              group_size: 2
                              underlying_partition_router:
                                { type: ListPartitionRouter, values: [a, b, a, c], cursor_field: id }
                            """,
                            "")
                    .keys();
            assertThat(api.queries("ids")).containsExactly("a,b", "c");
        }
    }

    @Test
    void eachPartition_goesOnWhereItEnded_andANewOneBeginsAtTheStart() throws Exception {
        answers.put("/items?region=jp", "{\"items\": [{\"id\": 1, \"changed\": \"2026-10-05\"}]}");
        answers.put("/items?region=us", "{\"items\": [{\"id\": 2, \"changed\": \"2026-10-09\"}]}");
        answers.put("/items?region=eu", "{\"items\": []}");
        try (Api api = Api.answering(this::answer)) {
            Connector connector = perRegion(api, "");
            Optional<String> cursor = connector
                    .config("regions", List.of("jp", "us"))
                    .read(Optional.empty())
                    .cursor();
            connector.config("regions", List.of("eu", "jp", "us")).read(cursor);
            assertThat(api.queries("since"))
                    .containsExactly("2026-10-01", "2026-10-01", "2026-10-01", "2026-10-05", "2026-10-09");
        }
    }

    @Test
    void globalCursor_isOneForAllPartitions() throws Exception {
        answers.put("/items?region=jp", "{\"items\": [{\"id\": 1, \"changed\": \"2026-10-05\"}]}");
        answers.put("/items?region=us", "{\"items\": [{\"id\": 2, \"changed\": \"2026-10-09\"}]}");
        try (Api api = Api.answering(this::answer)) {
            Connector connector = perRegion(api, "  global_substream_cursor: true\n");
            Optional<String> cursor = connector
                    .config("regions", List.of("jp", "us"))
                    .read(Optional.empty())
                    .cursor();
            assertThat(cursor).contains("{\"all\":\"2026-10-09\"}");
            connector.read(cursor);
            assertThat(api.queries("since")).containsExactly("2026-10-01", "2026-10-01", "2026-10-09", "2026-10-09");
        }
    }

    @Test
    void dependentStream_readsOnlyParentsThatChanged() throws Exception {
        String parent =
                PARENT.replace("partition_field: project", "partition_field: project\n    incremental_dependency: true")
                        + """
                      incremental_sync:
                        type: DatetimeBasedCursor
                        cursor_field: changed
                        datetime_format: "%Y-%m-%d"
                        start_datetime: "2026-10-01"
                        start_time_option: { inject_into: request_parameter, field_name: since }
                """;
        answers.put("/projects?since=2026-10-01", "[{\"id\": 1, \"changed\": \"2026-10-07\"}]");
        answers.put("/projects?since=2026-10-07", "[{\"id\": 2, \"changed\": \"2026-10-08\"}]");
        answers.put("/items?since=2026-10-01", "{\"items\": [{\"id\": 5, \"changed\": \"2026-10-02\"}]}");
        try (Api api = Api.answering(this::answer)) {
            Connector connector = Connector.ofStream(
                    directory,
                    api,
                    "",
                    "partition_router:\n  type: SubstreamPartitionRouter\n"
                            + parent.replace("API", api.url()).indent(2),
                    """
                    incremental_sync:
                      type: DatetimeBasedCursor
                      cursor_field: changed
                      datetime_format: "%Y-%m-%d"
                      start_datetime: "2026-10-01"
                      start_time_option: { inject_into: request_parameter, field_name: since }
                    """);
            Optional<String> cursor = connector.read(Optional.empty()).cursor();
            connector.read(cursor);
            assertThat(api.calls())
                    .extracting(call -> call.path() + " " + call.query().get("since"))
                    .containsExactly(
                            "/projects 2026-10-01", "/items 2026-10-01", "/projects 2026-10-07", "/items 2026-10-01");
        }
    }

    private Connector perRegion(Api api, String more) throws Exception {
        return Connector.ofStream(directory, api, "", """
                partition_router:
                  type: ListPartitionRouter
                  values: "{{ config['regions'] }}"
                  cursor_field: region
                  request_option: { inject_into: request_parameter, field_name: region }
                """, """
                incremental_sync:
                  type: DatetimeBasedCursor
                  cursor_field: changed
                  datetime_format: "%Y-%m-%d"
                  start_datetime: "2026-10-01"
                  start_time_option: { inject_into: request_parameter, field_name: since }
                """ + more);
    }

    /** The most particular answer that there is. */
    private Answer answer(Call call) {
        String since = "?since=" + call.query().get("since");
        String region = "?region=" + call.query().get("region");
        String body = answers.getOrDefault(
                call.path() + since, answers.getOrDefault(call.path() + region, answers.get(call.path())));
        return body == null ? Answer.of(404, "{}") : Answer.json(body);
    }
}
