package dev.kenshin.guess;

import dev.kenshin.guess.Shape.StreamShape;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.TextFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** In which of its forms a JSON file holds its records: an array, an object a line, or a document with an array. */
final class JsonGuess {
    private static final JsonFactory JSON = new JsonFactory();
    /** How many tokens to look at; a document's array of records begins long before. */
    private static final int TOKENS = 200_000;

    private final Map<String, Integer> arrays = new LinkedHashMap<>();
    private final JsonParser parser;
    private int tokens;

    private JsonGuess(JsonParser parser) {
        this.parser = parser;
    }

    static Shape shape(Target target, SourceFile file, CharsetGuess charset, String name)
            throws IOException, SourceUnavailable {
        List<Option> stream = new ArrayList<>(List.of(target.option()));
        records(file, charset.charset()).ifPresent(stream::add);
        Option written = Option.text("charset", charset.charset().name(), charset.remark());
        return new Shape("json", List.of(written), List.of(new StreamShape(name, stream, List.of())));
    }

    private static Optional<Option> records(SourceFile file, Charset charset) throws IOException, SourceUnavailable {
        try (TextFile text = TextFile.open(file, Optional.of(charset));
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.document())) {
            JsonGuess guess = new JsonGuess(parser);
            if (guess.next() == JsonToken.START_ARRAY || guess.hasSeveralDocuments()) {
                return Optional.empty();
            }
            return guess.longest(file);
        } catch (JacksonException broken) {
            return Optional.empty(); // The connector will say where.
        }
    }

    private @Nullable JsonToken next() {
        tokens++;
        return parser.nextToken();
    }

    /** Reads the first document, noting its arrays, and looks whether another follows. */
    private boolean hasSeveralDocuments() {
        object("");
        return tokens < TOKENS && parser.nextToken() != null;
    }

    private void object(String path) {
        while (tokens < TOKENS && next() == JsonToken.PROPERTY_NAME) {
            String name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            JsonToken value = next();
            if (value == JsonToken.START_OBJECT) {
                object(name);
            } else if (value == JsonToken.START_ARRAY) {
                array(name);
            }
        }
    }

    private void array(String path) {
        int depth = 1;
        while (tokens < TOKENS && depth > 0) {
            JsonToken token = next();
            if (token == JsonToken.START_OBJECT && depth == 1) {
                arrays.merge(path, 1, Integer::sum);
            }
            depth += token == null ? -depth : token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private Optional<Option> longest(SourceFile file) throws SourceUnavailable {
        return Optional.of(arrays.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(array -> Option.text("records", array.getKey(), remark()))
                .orElseThrow(() -> GuessProblems.noRecords(file.name())));
    }

    private Remark remark() {
        if (arrays.size() == 1) {
            return Remark.sure("文書の中のただ一つの、オブジェクトの配列", "the document's only array of objects");
        }
        String all = String.join(", ", arrays.keySet());
        return Remark.unsure("最も長い配列。候補: " + all, "the longest array of: " + all);
    }
}
