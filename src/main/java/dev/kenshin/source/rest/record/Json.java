package dev.kenshin.source.rest.record;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain maps and lists; whole numbers stay whole at any size, all others are BigDecimal, so that none loses a digit. */
public final class Json {
    private static final int NO_CONTENT = 204;
    private static final String BROKEN = "KEN-R20";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(1 << 26)
                            .maxNumberLength(1000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * The body of an answer; an empty object where it is null, or the server says that there is none. A body that is
     * missing though nobody said so is no last page.
     *
     * @throws SourceUnavailable if it is not JSON (KEN-R20)
     */
    public static Object read(HttpAnswer answer) throws SourceUnavailable {
        if (answer.status() == NO_CONTENT) {
            return Map.of();
        }
        if (answer.body().length == 0) {
            throw broken(answer, "0 bytes");
        }
        try {
            Object value = MAPPER.readValue(answer.body(), Object.class);
            return value == null ? Map.of() : value;
        } catch (JacksonException e) {
            throw broken(answer, e.getOriginalMessage());
        }
    }

    /** The value of a text; empty where it is not JSON. */
    public static Optional<Object> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, Object.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The body of an answer that need not be JSON; an empty object where it is not. */
    public static Object readLeniently(HttpAnswer answer) {
        return read(answer.text()).orElse(Map.of());
    }

    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static byte[] bytes(@Nullable Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Whether an answer could not be read, which another answer to the same call might. */
    public static boolean isBroken(SourceUnavailable failure) {
        return failure.problem().code().equals(BROKEN);
    }

    static SourceUnavailable broken(HttpAnswer answer, String reason) {
        String host = String.valueOf(answer.uri().getHost());
        return new SourceUnavailable(Problem.error(
                BROKEN,
                new Location.Named(host + answer.uri().getPath()),
                new Text("応答を読み取れません: " + reason, "The answer cannot be decoded: " + reason),
                new Text(
                        "マニフェストの decoder が合っているか、サーバーの応答が途中で切れていないかを確かめてください。",
                        "Check that the manifest's decoder fits, and that the server sends the whole answer.")));
    }
}
