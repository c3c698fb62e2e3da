package dev.kenshin.sandbox;

import dev.kenshin.config.Expectation;
import dev.kenshin.config.OutagePolicy;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.connector.Connectors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the files of a company with the product's own connectors. */
record CompanyFiles(Path directory, Clock clock) {
    /** The company's people live here, and so do times without an offset. */
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /**
     * All records of a file, as they are.
     *
     * @param options of the connector besides {@code path}
     */
    List<Map<String, @Nullable Object>> records(String type, String path, Map<String, String> options)
            throws SourceUnavailable {
        Location at = Location.file(directory.resolve(path).toString());
        Map<String, Yaml> values = new LinkedHashMap<>();
        options.forEach((name, value) -> values.put(name, new Yaml.Scalar(value, value, at)));
        values.put("path", new Yaml.Scalar(path, path, at));
        Yaml.Mapping mapping = new Yaml.Mapping(values, Map.of(), at);
        StreamConfig stream = new StreamConfig("sandbox", "records", List.of(), mapping, at);
        SourceConfig source = new SourceConfig(
                "sandbox", type, mapping, Map.of("records", stream), new OutagePolicy.Fail(), Expectation.none(), at);
        return read(source, stream);
    }

    private List<Map<String, @Nullable Object>> read(SourceConfig config, StreamConfig stream)
            throws SourceUnavailable {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        try (Source source = Connectors.open(config, directory, ZONE, clock, UnaryOperator.identity());
                Extraction extraction = source.extract(stream, Optional.empty())) {
            for (SourceItem item = extraction.next(); item != null; item = extraction.next()) {
                if (item instanceof SourceRecord record) {
                    records.add(record.fields());
                }
            }
        }
        return records;
    }
}
