package dev.kenshin.privacy;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source whose records pass a guard before anybody sees them. */
record GuardedSource(Source source, Function<StreamConfig, Guard> guards, SuppressionList list) implements Source {

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        Guard guard = guards.apply(stream);
        Extraction extraction = source.extract(stream, cursor);
        return guard.isOpen() ? extraction : new Guarded(extraction, guard);
    }

    @Override
    public Map<String, Problem> skipped() {
        return source.skipped();
    }

    @Override
    public Optional<Text> offer() {
        return source.offer();
    }

    @Override
    public OptionalInt concurrency() {
        return source.concurrency();
    }

    /** Whom the list holds decides what is read, too. */
    @Override
    public Optional<String> fingerprint(StreamConfig stream) {
        Optional<String> files = source.fingerprint(stream);
        return list.isEmpty() ? files : files.map(of -> of + " without " + list.fingerprint());
    }

    @Override
    public void close() {
        source.close();
    }

    private static final class Guarded implements Extraction {
        private final Extraction extraction;
        private final Guard guard;
        private long suppressed;

        Guarded(Extraction extraction, Guard guard) {
            this.extraction = extraction;
            this.guard = guard;
        }

        @Override
        public @Nullable SourceItem next() throws SourceUnavailable {
            for (SourceItem item = extraction.next(); item != null; item = extraction.next()) {
                Optional<SourceItem> admitted = guard.admit(item);
                if (admitted.isPresent()) {
                    return admitted.get();
                }
                suppressed++;
            }
            return null;
        }

        @Override
        public boolean full() {
            return extraction.full();
        }

        @Override
        public Optional<String> cursor() {
            return extraction.cursor();
        }

        @Override
        public List<Problem> warnings() {
            return extraction.warnings();
        }

        @Override
        public long suppressed() {
            return suppressed;
        }

        @Override
        public void close() {
            extraction.close();
        }
    }
}
