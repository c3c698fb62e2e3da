package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code config/sources/<name>.yaml}. */
final class SourceReader {
    private final Problems problems;

    SourceReader(Problems problems) {
        this.problems = problems;
    }

    SourceConfig read(ConfigTree file) {
        Section source = new Section(file.tree());
        String name = file.file().name();
        Charsets.check(source, problems);
        return new SourceConfig(
                name,
                source.words("type"),
                source.mapping(),
                streams(name, source),
                outage(source),
                new ExpectationReader(new LimitsReader(problems)).read(source, false),
                file.file().at());
    }

    private static Map<String, StreamConfig> streams(String source, Section file) {
        Section streams = file.section("streams");
        Map<String, StreamConfig> read = new LinkedHashMap<>();
        file.sections("streams")
                .forEach((name, stream) -> read.put(
                        name,
                        new StreamConfig(source, name, stream.texts("key"), stream.mapping(), streams.keyAt(name))));
        return read;
    }

    /** {@code on-outage}: {@code fail}, which is the default, or {@code use-last: 3d}. */
    static OutagePolicy outage(Section section) {
        Optional<Duration> limit = section.section("on-outage").duration("use-last");
        return limit.<OutagePolicy>map(OutagePolicy.UseLast::new).orElseGet(OutagePolicy.Fail::new);
    }
}
