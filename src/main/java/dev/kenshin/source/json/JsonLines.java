package dev.kenshin.source.json;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Place;
import dev.kenshin.source.SeenFields;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FileRecords;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.TextFile;
import dev.kenshin.source.file.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** An object a line; empty lines are passed over. */
final class JsonLines implements FileRecords {
    private final SourceFile file;
    private final TextFile text;
    private final BufferedReader reader;
    private final StreamConfig stream;
    private final SeenFields seen;
    private long line;

    JsonLines(SourceFile file, TextFile text, StreamConfig stream) {
        this.file = file;
        this.text = text;
        this.reader = text.lines();
        this.stream = stream;
        this.seen = new SeenFields(stream, file.whole());
    }

    @Override
    public @Nullable SourceItem next() throws IOException, SourceUnavailable {
        String json = nextLine();
        if (json == null) {
            seen.check();
            return null;
        }
        try {
            return item(json);
        } catch (JacksonException e) {
            return broken(json, e);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private @Nullable String nextLine() throws IOException {
        String json = "";
        while (json != null && json.isBlank()) {
            json = reader.readLine();
            line++;
        }
        return json;
    }

    private SourceItem item(String json) {
        Place place = file.place(line);
        try (JsonParser parser = JsonForm.JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return JsonProblems.noObject(place, json);
            }
            JsonFields fields = JsonFields.read(parser);
            seen.add(fields.names());
            return parser.nextToken() == null ? fields.item(stream, place) : JsonProblems.noObject(place, json);
        }
    }

    private SourceItem broken(String json, JacksonException cause) throws IOException, SourceUnavailable {
        if (text.endsWithinLine()) {
            throw Unreadable.truncated(file, line);
        }
        if (line == 1 && json.strip().equals("{")) {
            throw JsonProblems.documentWithoutPath(file);
        }
        return JsonProblems.brokenLine(file.place(line), json, cause);
    }
}
