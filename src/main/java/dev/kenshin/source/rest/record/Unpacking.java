package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Bodies that are themselves compressed files. None may grow beyond the limit of an answer. */
final class Unpacking {
    private static final int GZIP_MAGIC = 0x8b1f;

    private Unpacking() {}

    /** A body that turns out not to be compressed, most often because the transport unpacked it, is decoded as it is. */
    static Decoder gzip(Decoder inner, long limit) {
        return (answer, values) -> {
            byte[] body = answer.body();
            boolean packed = body.length > 1 && ((body[0] & 0xff) | ((body[1] & 0xff) << 8)) == GZIP_MAGIC;
            inner.decode(packed ? with(answer, gunzip(answer, limit)) : answer, values);
        };
    }

    /** Every file of the archive, one after the other; the limit is for all of them together. */
    static Decoder zip(Decoder inner, long limit) {
        return (answer, values) -> {
            long left = limit;
            try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        byte[] file = limited(answer, archive, left);
                        left -= file.length;
                        inner.decode(with(answer, file), values);
                    }
                }
            } catch (IOException e) {
                throw Json.broken(answer, "zip: " + e.getMessage());
            }
        };
    }

    private static byte[] gunzip(HttpAnswer answer, long limit) throws SourceUnavailable {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return limited(answer, unpacked, limit);
        } catch (IOException e) {
            throw Json.broken(answer, "gzip: " + e.getMessage());
        }
    }

    private static byte[] limited(HttpAnswer answer, InputStream unpacked, long limit)
            throws IOException, SourceUnavailable {
        byte[] bytes = unpacked.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > limit) {
            throw Json.broken(answer, "> " + limit + " bytes");
        }
        return bytes;
    }

    private static HttpAnswer with(HttpAnswer answer, byte[] body) {
        return new HttpAnswer(answer.status(), answer.headers(), body, answer.uri());
    }
}
