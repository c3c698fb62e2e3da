package dev.kenshin.source.csv;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FilesExtraction;
import dev.kenshin.source.file.Fingerprint;
import dev.kenshin.source.file.SourceFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files of comma-separated values, each with a header. Every field is text as it stands in the file; a row that has too
 * few or too many cells, or quotes that do not close, is broken, and the others go on. Empty rows are passed over.
 */
public final class CsvSource implements Source {
    private final SourceFiles files;
    private final CsvFormat format;

    private CsvSource(SourceFiles files, CsvFormat format) {
        this.files = files;
        this.format = format;
    }

    /**
     * The source that is configured; opens no file.
     *
     * @param base where relative paths start
     * @throws ConfigException with every mistake in its options
     */
    public static CsvSource open(SourceConfig config, Path base) {
        Problems problems = new Problems();
        CsvSource source = new CsvSource(SourceFiles.of(config, base, problems), CsvFormat.of(config, problems));
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return source;
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        return new FilesExtraction(files.find(stream), file -> CsvRecords.open(file, format, stream));
    }

    @Override
    public Optional<String> fingerprint(StreamConfig stream) {
        return Fingerprint.of(files, stream);
    }

    @Override
    public void close() {
        // Each extraction closes its own files.
    }
}
