package dev.kenshin.landing;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A record's fields as JSON, and its 128-bit hash. Fields stand in alphabetical order, so that a column that moved
 * changes nothing; dates are ISO-8601 text.
 *
 * @param hash the first half of the JSON's SHA-256
 */
record Body(String json, UUID hash) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static Body of(Map<String, @Nullable Object> fields) {
        byte[] json = write(fields);
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(json));
        return new Body(new String(json, StandardCharsets.UTF_8), new UUID(digest.getLong(), digest.getLong()));
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

    /** Reads fields back: String, Long, BigDecimal, Boolean or null. */
    static Map<String, @Nullable Object> fields(String body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.put(name, value(parser, parser.nextToken()));
            }
        }
        return fields;
    }

    private static byte[] write(Map<String, @Nullable Object> fields) {
        String[] names = fields.keySet().toArray(String[]::new);
        Arrays.sort(names);
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            for (String name : names) {
                json.writeName(name);
                write(json, fields.get(name));
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            writeNumber(json, number);
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

    private static void writeNumber(JsonGenerator json, Number number) {
        if (number instanceof Long || number instanceof Integer) {
            json.writeNumber(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            json.writeNumber(number.doubleValue());
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> throw new IllegalStateException("unexpected " + token + " in a record");
        };
    }

    private static Object whole(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getDecimalValue()
                : (Object) parser.getLongValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
