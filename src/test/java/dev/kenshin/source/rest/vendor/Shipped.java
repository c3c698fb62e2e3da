package dev.kenshin.source.rest.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.RestSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A manifest that is shipped, over an imitation of its vendor's API. Time stands still, and waits are only noted. */
public final class Shipped {
    static final String SECRET = "s3cr3t-token";

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final String manifest;
    private final Map<String, Object> config = new LinkedHashMap<>();
    private Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    private Shipped(String manifest) {
        this.manifest = manifest;
    }

    static Shipped manifest(String name, Api api) {
        return manifest(name, api.url());
    }

    /** The manifest {@code config/connectors/<name>.yaml}, over an API that lies at {@code url}. */
    public static Shipped manifest(String name, String url) {
        return new Shipped("config/connectors/" + name + ".yaml").config("base_url", url);
    }

    public Shipped config(String name, Object value) {
        config.put(name, value);
        return this;
    }

    public Shipped at(String time) {
        clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        return this;
    }

    public Reading read(String stream) throws SourceUnavailable {
        return read(stream, Optional.empty());
    }

    public Reading read(String name, Optional<String> cursor) throws SourceUnavailable {
        StreamConfig stream = Configured.stream(name, List.of(), Map.of());
        try (Source source = open(stream);
                Extraction extraction = source.extract(stream, cursor)) {
            assertThat(source.skipped()).isEmpty();
            List<SourceRecord> records = Extracts.of(Extracts.rest(extraction), SourceRecord.class);
            assertThat(extraction.warnings()).isEmpty();
            return new Reading(records, extraction.cursor(), extraction.full());
        }
    }

    /** What a stream that cannot be read says in English; never the secret. */
    public String problem(String stream) {
        SourceUnavailable thrown =
                Objects.requireNonNull(catchThrowableOfType(SourceUnavailable.class, () -> read(stream)));
        Problem problem = thrown.problem();
        assertThat(problem.toString() + thrown).doesNotContain(SECRET);
        return problem.code() + " " + problem.message().en();
    }

    /** All streams that the manifest has, where each can be read. */
    String offer(String stream) {
        try (Source source = open(Configured.stream(stream, List.of(), Map.of()))) {
            return source.offer().orElseThrow().en();
        }
    }

    private Source open(StreamConfig stream) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("manifest", manifest);
        options.put("allow-private-network", "true");
        options.put("config", config);
        return RestSource.open(
                Configured.source("rest", options, stream),
                new Surroundings(
                        Path.of("").toAbsolutePath(),
                        ZoneOffset.UTC,
                        clock,
                        text -> text.replace("${TOKEN}", SECRET),
                        waits::add,
                        Optional.empty()));
    }

    public record Reading(List<SourceRecord> records, Optional<String> cursor, boolean full) {
        public List<String> keys() {
            return records.stream().map(SourceRecord::key).toList();
        }

        public Map<String, @Nullable Object> fields(int index) {
            return records.get(index).fields();
        }
    }
}
