package dev.kenshin.source.json;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** JSON has no header: that an expected field is missing shows only once no record had it. */
final class SeenFields {
    private final SourceFile file;
    private final Set<String> missing;
    private final Set<String> seen = new HashSet<>();

    SeenFields(SourceFile file, StreamConfig stream) {
        this.file = file;
        this.missing = new LinkedHashSet<>(Columns.expected(stream));
    }

    void add(Set<String> names) {
        if (!missing.isEmpty()) {
            seen.addAll(names);
            missing.removeAll(names);
        }
    }

    /** To be called once every record was seen; a file without records is not judged. */
    void check() throws SourceUnavailable {
        if (!seen.isEmpty() && !missing.isEmpty()) {
            throw Columns.missing(missing.iterator().next(), seen, file.whole());
        }
    }
}
