package dev.kenshin.source;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Reads streams to their end. */
public final class Extracts {
    private Extracts() {}

    public static List<SourceItem> all(Source source, StreamConfig stream) throws SourceUnavailable {
        try (Extraction extraction = source.extract(stream, Optional.empty())) {
            return rest(extraction);
        }
    }

    public static List<SourceItem> rest(Extraction extraction) throws SourceUnavailable {
        List<SourceItem> items = new ArrayList<>();
        for (SourceItem item = extraction.next(); item != null; item = extraction.next()) {
            items.add(item);
        }
        return items;
    }

    public static List<SourceRecord> records(Source source, StreamConfig stream) throws SourceUnavailable {
        return of(all(source, stream), SourceRecord.class);
    }

    public static <T> List<T> of(List<SourceItem> items, Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The problem that makes the stream unavailable. */
    public static Problem problem(Source source, StreamConfig stream) {
        SourceUnavailable thrown = Assertions.catchThrowableOfType(SourceUnavailable.class, () -> all(source, stream));
        Assertions.assertThat(thrown).as("the source should be unavailable").isNotNull();
        return thrown.problem();
    }
}
