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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** One document with an array of objects, which is never held as a whole. It is read to its end, to know it is whole. */
final class JsonDocument implements FileRecords {
    private final SourceFile file;
    private final TextFile text;
    private final StreamConfig stream;
    private final SeenFields seen;
    private final JsonParser parser;

    private JsonDocument(SourceFile file, TextFile text, StreamConfig stream) {
        this.file = file;
        this.text = text;
        this.stream = stream;
        this.seen = new SeenFields(stream, file.whole());
        this.parser = JsonForm.JSON.createParser(ObjectReadContext.empty(), text.document());
    }

    /** @param path the names that lead to the array; empty where the document is the array */
    static JsonDocument open(SourceFile file, TextFile text, StreamConfig stream, List<String> path)
            throws IOException, SourceUnavailable {
        JsonDocument document = new JsonDocument(file, text, stream);
        document.reading(() -> document.enter(path));
        return document;
    }

    @Override
    public @Nullable SourceItem next() throws IOException, SourceUnavailable {
        return reading(() -> {
            if (parser.currentToken() == null || parser.nextToken() == JsonToken.END_ARRAY) {
                return end();
            }
            return item();
        });
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private @Nullable SourceItem enter(List<String> path) throws SourceUnavailable {
        parser.nextToken();
        for (String name : path) {
            List<String> passed = new ArrayList<>();
            if (!find(name, passed)) {
                throw JsonProblems.noArray(file, String.join(".", path), name, passed);
            }
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            String last = path.isEmpty() ? "" : path.get(path.size() - 1);
            throw JsonProblems.noArray(file, String.join(".", path), last, List.of());
        }
        return null;
    }

    /** Goes to the value called {@code name} of the object at hand; {@code passed} gets the names before it. */
    private boolean find(String name, List<String> passed) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String current = parser.currentName();
            parser.nextToken();
            if (current.equals(name)) {
                return true;
            }
            passed.add(current);
            parser.skipChildren();
        }
        return false;
    }

    private SourceItem item() {
        TokenStreamLocation at = parser.currentTokenLocation();
        Place place = file.place(at.getLineNr(), at.getColumnNr());
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String value = parser.getString();
            parser.skipChildren();
            return JsonProblems.noObject(place, value);
        }
        JsonFields fields = JsonFields.read(parser);
        seen.add(fields.names());
        return fields.item(stream, place);
    }

    private @Nullable SourceItem end() throws SourceUnavailable {
        while (!parser.streamReadContext().inRoot()) {
            parser.nextToken();
        }
        if (parser.currentToken() != null && parser.nextToken() != null) {
            throw JsonProblems.severalDocuments(
                    file, parser.currentTokenLocation().getLineNr());
        }
        seen.check();
        return null;
    }

    private interface Reading {
        @Nullable
        SourceItem read() throws SourceUnavailable;
    }

    private @Nullable SourceItem reading(Reading reading) throws IOException, SourceUnavailable {
        try {
            return reading.read();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (UnexpectedEndOfInputException e) {
            throw Unreadable.truncated(file, e.getLocation().getLineNr());
        } catch (JacksonException e) {
            throw JsonProblems.brokenDocument(file, e);
        }
    }
}
