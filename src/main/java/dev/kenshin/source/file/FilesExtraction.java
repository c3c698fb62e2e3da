package dev.kenshin.source.file;

import dev.kenshin.source.Extraction;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one file after the other; always everything. */
public final class FilesExtraction implements Extraction {
    private final Iterator<SourceFile> rest;
    private final FileRecords.Opener opener;
    private SourceFile file;
    private FileRecords records;

    /**
     * Opens the first file.
     *
     * @param files at least one
     */
    public FilesExtraction(List<SourceFile> files, FileRecords.Opener opener) throws SourceUnavailable {
        this.rest = files.iterator();
        this.opener = opener;
        this.file = rest.next();
        this.records = open();
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        SourceItem item = read();
        while (item == null && rest.hasNext()) {
            close();
            file = rest.next();
            records = open();
            item = read();
        }
        return item;
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
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file.name(), e);
        }
    }

    private FileRecords open() throws SourceUnavailable {
        try {
            return opener.open(file);
        } catch (IOException e) {
            throw Unreadable.explain(file, e);
        }
    }

    private @Nullable SourceItem read() throws SourceUnavailable {
        try {
            return records.next();
        } catch (IOException e) {
            throw Unreadable.explain(file, e);
        }
    }
}
