package dev.kenshin.source.rest;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A manifest of one test, and the source that runs it. Time stands still, and waits are only noted. */
final class Connector {
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Path directory;
    private final Map<String, Object> config = new LinkedHashMap<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    private Connector(Path directory) {
        this.directory = directory;
    }

    /** @param streams YAML of the manifest, in which {@code API} stands for the server's address */
    static Connector of(Path directory, Api api, String streams) throws IOException {
        Files.writeString(directory.resolve("manifest.yaml"), streams.replace("API", api.url()));
        Connector connector = new Connector(directory);
        connector.options.put("manifest", "manifest.yaml");
        connector.options.put("allow-private-network", "true");
        return connector;
    }

    /** A manifest with one stream {@code items} of which only the parts are given that a test is about. */
    static Connector ofStream(Path directory, Api api, String requester, String retriever, String stream)
            throws IOException {
        return of(directory, api, """
                version: 6.0.0
                type: DeclarativeSource
                check: { type: CheckStream, stream_names: [items] }
                streams:
                  - type: DeclarativeStream
                    name: items
                    primary_key: [id]
                    retriever:
                      type: SimpleRetriever
                      requester:
                        type: HttpRequester
                        url_base: API
                        path: /items
                %s
                      record_selector:
                        type: RecordSelector
                        extractor: { type: DpathExtractor, field_path: [items] }
                %s
                %s
                """.formatted(requester.indent(8), retriever.indent(6), stream.indent(4)));
    }

    Connector config(String name, Object value) {
        config.put(name, value);
        return this;
    }

    Connector option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    Connector at(String time) {
        clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        return this;
    }

    Source open(StreamConfig... streams) {
        Map<String, Object> all = new LinkedHashMap<>(options);
        all.put("config", config);
        SourceConfig source = Configured.source("rest", all, streams);
        return RestSource.open(
                source,
                new Surroundings(
                        directory,
                        ZoneOffset.UTC,
                        clock,
                        text -> text.replace("${TOKEN}", "s3cr3t-token"),
                        waits::add,
                        Optional.empty()));
    }

    static StreamConfig stream(String name) {
        return Configured.stream(name, List.of(), Map.of());
    }

    /** Keys of everything that is read of {@code items}. */
    List<String> keys() throws SourceUnavailable {
        return records().stream().map(SourceRecord::key).toList();
    }

    List<SourceRecord> records() throws SourceUnavailable {
        return Extracts.of(read(Optional.empty()).items(), SourceRecord.class);
    }

    /** What one pass over {@code items} gave, and where the next begins. */
    Reading read(Optional<String> cursor) throws SourceUnavailable {
        StreamConfig stream = stream("items");
        try (Source source = open(stream);
                Extraction extraction = source.extract(stream, cursor)) {
            List<SourceItem> items = Extracts.rest(extraction);
            return new Reading(
                    items,
                    extraction.cursor(),
                    extraction.full(),
                    extraction.warnings().stream()
                            .map(warning -> warning.code())
                            .toList());
        }
    }

    record Reading(List<SourceItem> items, Optional<String> cursor, boolean full, List<String> warnings) {
        List<String> keys() {
            return Extracts.of(items, SourceRecord.class).stream()
                    .map(SourceRecord::key)
                    .toList();
        }
    }
}
