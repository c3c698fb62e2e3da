package dev.kenshin.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@Threat(Danger.COMPRESSED_BOMB)
class UnpackedTest {
    private static final int FREE = 1 << 20;
    private static final SourceFile FILE = new SourceFile(Path.of("a.csv.gz"), "a.csv.gz", "a.csv.gz");

    @Test
    void bomb_isRefusedBeforeItIsUnpacked() throws IOException {
        assertThatThrownBy(() -> unpack(gzip(new byte[50 * FREE])))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("of gzip unpack to more than");
    }

    @Test
    void whatGrowsAsRecordsDo_isRead() throws IOException {
        byte[] records = new byte[3 * FREE];
        new Random(1).ints(records.length, '0', '9').forEach(new Filling(records)::add);
        assertThat(unpack(gzip(records))).isEqualTo(records.length);
    }

    @Test
    void littleThatGrowsMuch_isRead() throws IOException {
        assertThat(unpack(gzip(new byte[FREE]))).isEqualTo(FREE);
    }

    private static final class Filling {
        private final byte[] bytes;
        private int next;

        Filling(byte[] bytes) {
            this.bytes = bytes;
        }

        void add(int value) {
            bytes[next++] = (byte) value;
        }
    }

    private static long unpack(byte[] packed) throws IOException {
        try (InputStream in = Unpacked.of(FILE, new ByteArrayInputStream(packed), 8192, FREE)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
