package dev.kenshin.source.rest.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.source.rest.python.JsonText;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Undefined;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Filters that write a value in another code. */
final class CodingFilters {
    private static final Map<String, String> DIGESTS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384", "sha512",
            "SHA-512");

    static final Map<String, Filter> ALL = Map.of(
            "hash", (value, with, frame) -> hash(value, with),
            "hmac", (value, with, frame) -> hmac(value, with),
            "base64encode", (value, with, frame) -> encoded(text("base64encode", value)),
            "base64decode", (value, with, frame) -> decoded(text("base64decode", value)),
            "base64binascii_decode", (value, with, frame) -> encoded(text("base64binascii_decode", value)),
            "string", (value, with, frame) -> string(value),
            "tojson", (value, with, frame) -> json(value),
            "urlencode", (value, with, frame) -> urlEncoded(value));

    private CodingFilters() {}

    private static String hash(@Nullable Object value, Arguments with) {
        String name = with.text(0, "hash_type", "md5");
        String salt = Truth.of(with.get(1, "salt")) ? Printed.text(with.get(1, "salt")) : "";
        try {
            MessageDigest digest = MessageDigest.getInstance(DIGESTS.getOrDefault(name, name));
            digest.update(Printed.text(value).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(salt.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw PythonError.unsuitable("hash", name);
        }
    }

    private static String hmac(@Nullable Object value, Arguments with) {
        String name = with.text(1, "hash_type", "sha256");
        if (!name.equals("sha256")) {
            throw PythonError.unsuitable("hmac", name);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Printed.text(with.required(0, "key")).getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(Printed.text(value).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getMimeDecoder().decode(text), UTF_8);
    }

    /** JSON in three quotes, so that reading the template's text as a literal gives that JSON as a text. */
    private static String string(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        return value instanceof String text ? text : "\"\"\"" + JsonText.of(value) + "\"\"\"";
    }

    /** Safe within HTML, and with sorted keys, as Jinja has it. */
    private static String json(@Nullable Object value) {
        return JsonText.of(Sorted.deeply(value))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027");
    }

    private static String urlEncoded(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey(), "") + "=" + quoted(entry.getValue(), ""))
                    .collect(Collectors.joining("&"));
        }
        return quoted(value, "/");
    }

    private static String quoted(@Nullable Object value, String kept) {
        String encoded = URLEncoder.encode(Printed.text(value), UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
        return kept.isEmpty() ? encoded : encoded.replace("+", "%20").replace("%2F", kept);
    }

    private static String text(String filter, @Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(value instanceof String text)) {
            throw PythonError.unsuitable(filter, value);
        }
        return text;
    }
}
