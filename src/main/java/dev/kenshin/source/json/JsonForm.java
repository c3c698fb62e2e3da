package dev.kenshin.source.json;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FileRecords;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.TextFile;
import dev.kenshin.source.file.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Finds out in which form a file holds its records. */
final class JsonForm {
    private static final int MAXIMUM_BLANK = 1 << 12;

    /** Limits that no honest record meets and that keep one record within some megabytes. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1 << 24)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private JsonForm() {}

    static FileRecords open(SourceFile file, Optional<Charset> charset, StreamConfig stream)
            throws IOException, SourceUnavailable {
        TextFile text = TextFile.open(file, charset);
        try {
            Optional<String> records = stream.options().text("records");
            int first = firstCharacter(text.document());
            if (first < 0) {
                throw Unreadable.empty(file);
            }
            return records.isPresent() || first == '['
                    ? JsonDocument.open(file, text, stream, path(records))
                    : new JsonLines(file, text, stream);
        } catch (IOException | SourceUnavailable e) {
            text.close();
            throw e;
        }
    }

    private static List<String> path(Optional<String> records) {
        return records.map(path -> List.of(path.split("\\."))).orElse(List.of());
    }

    /** The first character that is no white space, -1 where there is none. Leaves the reader at the file's start. */
    private static int firstCharacter(BufferedReader reader) throws IOException {
        reader.mark(MAXIMUM_BLANK);
        int next = reader.read();
        for (int i = 1; i < MAXIMUM_BLANK && Character.isWhitespace(next); i++) {
            next = reader.read();
        }
        reader.reset();
        return next;
    }
}
