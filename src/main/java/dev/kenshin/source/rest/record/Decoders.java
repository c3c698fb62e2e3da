package dev.kenshin.source.rest.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes decoders of a manifest's components. */
public final class Decoders {
    private final long responseBytes;

    /** @param responseBytes the most that a body may become when it is unpacked */
    public Decoders(long responseBytes) {
        this.responseBytes = responseBytes;
    }

    /** JSON, unless the component says otherwise. */
    public Decoder of(Optional<Component> component) throws Unsupported {
        return component.isEmpty() ? Decoders::json : of(component.get());
    }

    private Decoder of(Component component) throws Unsupported {
        return switch (component.type()) {
            case "JsonDecoder" -> Decoders::json;
            case "JsonlDecoder" -> Decoders::jsonLines;
            case "IterableDecoder" -> Decoders::lines;
            case "CsvDecoder" -> new CsvDecoder(charset(component), component);
            case "XmlDecoder" -> new XmlDecoder();
            case "GzipDecoder" -> Unpacking.gzip(of(inner(component)), responseBytes);
            case "ZipfileDecoder" -> Unpacking.zip(of(inner(component)), responseBytes);
            default -> throw component.unsupported();
        };
    }

    private static Component inner(Component component) throws Unsupported {
        return component
                .child("decoder")
                .or(() -> component.child("parser"))
                .orElseThrow(() -> component.missing("decoder"));
    }

    private static Charset charset(Component component) throws Unsupported {
        try {
            return Charset.forName(component.text("encoding").orElse("UTF-8"));
        } catch (IllegalArgumentException e) {
            throw component.unsupported();
        }
    }

    private static void json(HttpAnswer answer, Visitor<Object> values) throws SourceUnavailable, RateLimitSpent {
        Object body = Json.read(answer);
        if (body instanceof List<?> items) {
            for (Object item : items) {
                if (item != null) {
                    values.visit(item);
                }
            }
        } else {
            values.visit(body);
        }
    }

    private static void jsonLines(HttpAnswer answer, Visitor<Object> values) throws SourceUnavailable, RateLimitSpent {
        eachLine(answer, line -> {
            if (!line.isBlank()) {
                values.visit(Json.read(line).orElseThrow(() -> Json.broken(answer, "JSON lines: " + excerpt(line))));
            }
        });
    }

    private static void lines(HttpAnswer answer, Visitor<Object> values) throws SourceUnavailable, RateLimitSpent {
        eachLine(answer, line -> values.visit(Map.of("record", line)));
    }

    private static void eachLine(HttpAnswer answer, Visitor<String> lines) throws SourceUnavailable, RateLimitSpent {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(answer.body()), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.visit(line);
            }
        } catch (IOException e) {
            throw Json.broken(answer, String.valueOf(e.getMessage()));
        }
    }

    private static String excerpt(String line) {
        return line.substring(0, Math.min(line.length(), 80));
    }
}
