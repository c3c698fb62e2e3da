package dev.kenshin.source.json;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.CharsetOption;
import dev.kenshin.source.file.FilesExtraction;
import dev.kenshin.source.file.Fingerprint;
import dev.kenshin.source.file.SourceFiles;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * JSON files of three forms: an object a line, one array of objects, or a document in which {@code records} names the
 * array by a dotted path. Nested objects become fields with dotted names, arrays stay JSON text, numbers stay exact.
 */
public final class JsonSource implements Source {
    private final SourceFiles files;
    private final Optional<Charset> charset;

    private JsonSource(SourceFiles files, Optional<Charset> charset) {
        this.files = files;
        this.charset = charset;
    }

    /**
     * The source that is configured; opens no file.
     *
     * @param base where relative paths start
     * @throws ConfigException with every mistake in its options
     */
    public static JsonSource open(SourceConfig config, Path base) {
        Problems problems = new Problems();
        JsonSource source = new JsonSource(SourceFiles.of(config, base, problems), CharsetOption.of(config, problems));
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return source;
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        return new FilesExtraction(files.find(stream), file -> JsonForm.open(file, charset, stream));
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
