package dev.kenshin.source.sheets;

import dev.kenshin.source.Extraction;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.grid.GridRecords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one table; always all of them. */
record TableExtraction(GridRecords records) implements Extraction {

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        return records.next();
    }

    @Override
    public boolean full() {
        return true;
    }

    @Override
    public Optional<String> cursor() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // The snapshot is the source's.
    }
}
