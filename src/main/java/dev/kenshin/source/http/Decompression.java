package dev.kenshin.source.http;

import dev.kenshin.source.http.BoundedBody.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes what an answer's Content-Encoding says. */
final class Decompression {
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private Decompression() {}

    /**
     * The body as it was before.
     *
     * @throws IOException if it is truncated, damaged, or of an encoding that nobody asked for
     * @throws TooLarge if it would become larger than the limit
     */
    static byte[] of(byte[] body, String encoding, long limit) throws IOException {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (body.length == 0 || name.isEmpty() || name.equals("identity")) {
            return body;
        }
        try (InputStream plain = stream(name, new ByteArrayInputStream(body))) {
            int most = (int) Math.min(LARGEST, limit);
            byte[] bytes = plain.readNBytes(most);
            if (bytes.length == most && plain.read() >= 0) {
                throw new TooLarge();
            }
            return bytes;
        }
    }

    private static InputStream stream(String encoding, InputStream body) throws IOException {
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(body, 8192);
            case "deflate" -> new InflaterInputStream(body);
            default -> throw new IOException("Content-Encoding " + encoding);
        };
    }
}
