package dev.kenshin.source.file;

import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one open file. */
public interface FileRecords extends Closeable {

    /** The next record or broken row; null at the end of the file. */
    @Nullable
    SourceItem next() throws IOException, SourceUnavailable;

    /** Opens a file and reads as far as its first record. */
    interface Opener {
        FileRecords open(SourceFile file) throws IOException, SourceUnavailable;
    }
}
