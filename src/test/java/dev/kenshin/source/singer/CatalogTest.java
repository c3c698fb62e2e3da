package dev.kenshin.source.singer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Configured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CatalogTest {
    private static final Catalog MODERN = Catalog.of("""
                    {"streams": [
                      {"tap_stream_id": "db-tickets", "stream": "tickets", "schema": {"properties": {"id": {}, "photo": {}}},
                       "metadata": [
                         {"breadcrumb": ["properties", "id"], "metadata": {"inclusion": "automatic"}},
                         {"breadcrumb": ["properties", "photo"], "metadata": {"inclusion": "unsupported"}},
                         {"breadcrumb": [], "metadata": {"forced-replication-method": "FULL_TABLE", "selected": false}}]},
                      {"tap_stream_id": "users", "stream": "users", "schema": {},
                       "metadata": [{"breadcrumb": [], "metadata": {"selected": true}}]}]}
                    """).orElseThrow();

    private static final Catalog LEGACY = Catalog.of("""
                    {"streams": [{"stream": "tickets", "tap_stream_id": "tickets",
                      "schema": {"properties": {"id": {"inclusion": "automatic"}, "name": {"inclusion": "available"}}}}]}
                    """).orElseThrow();

    @Test
    void wantedStream_isSelectedAlone() {
        JsonNode streams = selecting(MODERN, Map.of());
        assertThat(streams.at("/0/metadata/2/metadata/selected").asBoolean()).isTrue();
        assertThat(streams.at("/0/schema/selected").asBoolean()).isTrue();
        assertThat(streams.at("/1/metadata/0/metadata/selected").asBoolean()).isFalse();
    }

    @Test
    void fields_areSelectedButForThoseThatTheTapCannotGive() {
        JsonNode metadata = selecting(MODERN, Map.of()).at("/0/metadata");
        assertThat(metadata.at("/0/metadata/selected").asBoolean()).isTrue();
        assertThat(metadata.at("/1/metadata/selected").asBoolean()).isFalse();
    }

    @Test
    void parents_areSelectedToo() {
        assertThat(selecting(MODERN, Map.of("with", List.of("users")))
                        .at("/1/metadata/0/metadata/selected")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void oldTap_findsItsSelectionInTheSchema() {
        JsonNode entry = selecting(LEGACY, Map.of()).path(0);
        assertThat(entry.at("/schema/selected").asBoolean()).isTrue();
        assertThat(entry.at("/schema/properties/name/selected").asBoolean()).isTrue();
        assertThat(entry.at("/metadata/0/breadcrumb").isEmpty()).isTrue();
        assertThat(entry.at("/metadata/0/metadata/selected").asBoolean()).isTrue();
    }

    @Test
    void choices_areWrittenIntoTheMetadata() {
        JsonNode own = selecting(LEGACY, Map.of("replication", "log-based", "cursor", "lsn"))
                .at("/0/metadata/0/metadata");
        assertThat(own.path("replication-method").asString()).isEqualTo("LOG_BASED");
        assertThat(own.path("replication-key").asString()).isEqualTo("lsn");
    }

    @Test
    void tapThatLeavesNoChoice_hasTheLastWord() {
        assertThat(MODERN.method(wanted(Map.of("replication", "incremental")))).contains(Replication.FULL_TABLE);
        assertThat(LEGACY.method(wanted(Map.of("replication", "incremental")))).contains(Replication.INCREMENTAL);
        assertThat(LEGACY.method(wanted(Map.of()))).isEmpty();
    }

    @Test
    void stream_isFoundByItsNameAndByItsId() {
        assertThat(MODERN.names("tickets")).containsExactly("db-tickets", "tickets");
        assertThat(MODERN.has("db-tickets")).isTrue();
        assertThat(MODERN.has("ticket")).isFalse();
        assertThat(Catalog.of("[]")).isEqualTo(Optional.empty());
    }

    private static JsonNode selecting(Catalog catalog, Map<String, Object> options) {
        return SingerJson.MAPPER.readTree(catalog.selecting(wanted(options))).path("streams");
    }

    private static WantedStream wanted(Map<String, Object> options) {
        return WantedStream.of(Configured.stream("tickets", List.of(), options));
    }
}
