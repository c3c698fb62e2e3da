package dev.kenshin.landing;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes records' fields as JSON, one after the other, with one generator. Fields stand in alphabetical order, so that a column
 * that moved changes nothing; dates are ISO-8601 text. For one thread.
 */
final class BodyEncoder {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .rootValueSeparator((String) null)
            .build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    private String[] names = {};
    private String[] sorted = {};

    /** The body of one record, in UTF-8. */
    byte[] encode(Map<String, @Nullable Object> fields) {
        out.reset();
        write(fields);
        json.flush();
        return out.toByteArray();
    }

    /** A string-valued object, as for a worksheet's columns; in the map's order. */
    static String texts(Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            texts.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(Map<String, @Nullable Object> fields) {
        json.writeStartObject();
        for (String name : sorted(fields)) {
            json.writeName(name);
            write(fields.get(name));
        }
        json.writeEndObject();
    }

    /** Most records have the fields of the record before, in the same order. */
    private String[] sorted(Map<String, @Nullable Object> fields) {
        String[] current = fields.keySet().toArray(String[]::new);
        if (!Arrays.equals(current, names)) {
            names = current;
            sorted = current.clone();
            Arrays.sort(sorted);
        }
        return sorted;
    }

    private void write(@Nullable Object value) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof LocalDate date) {
            json.writeString(date.toString());
        } else if (value instanceof LocalDateTime time) {
            json.writeString(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
        } else {
            throw new IllegalArgumentException("a record cannot hold a " + value.getClass());
        }
    }

    private void writeNumber(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            json.writeNumber(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            json.writeNumber(number.doubleValue());
        }
    }
}
