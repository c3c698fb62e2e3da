package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Puts the records of all files together. */
record Assembly(List<ConfigTree> trees, Problems problems) {

    Configuration of(Path directory) {
        Fingerprint fingerprint = new Fingerprint(directory.resolve(ConfigFiles.CROSSWALKS));
        return new Configuration(
                directory,
                Objects.requireNonNullElse(
                        directory.toAbsolutePath().normalize().getParent(), directory),
                byName(Kind.JOB, new JobReader(problems)::read),
                byName(Kind.SOURCE, new SourceReader(problems)::read),
                byName(Kind.USAGE, file -> UsageReader.read(file, problems)),
                byName(Kind.MAPPING, new MappingReader(fingerprint)::read),
                Collections.unmodifiableMap(new MetricReader(problems).read(of(Kind.METRICS))),
                of(Kind.SEGMENTS).stream()
                        .map(SegmentReader::read)
                        .flatMap(List::stream)
                        .toList(),
                byName(Kind.SCORECARD, ScorecardReader::read),
                fingerprint.of(trees));
    }

    private List<ConfigTree> of(Kind kind) {
        return trees.stream().filter(tree -> tree.file().kind() == kind).toList();
    }

    private <T> Map<String, T> byName(Kind kind, Function<ConfigTree, T> reader) {
        Map<String, T> byName = new LinkedHashMap<>();
        of(kind).forEach(tree -> byName.put(tree.file().name(), reader.apply(tree)));
        return Collections.unmodifiableMap(byName);
    }
}
