package dev.kenshin.source.excel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Counts what a part of a workbook unpacks to, before a parser can be made to build something huge from it. */
final class LimitedXml extends FilterInputStream {
    private final Limit limit;
    private long bytes;
    private long tags;
    private long lastTag;

    LimitedXml(InputStream part, Limit limit) {
        super(part);
        this.limit = limit;
    }

    /** Reads to the end without keeping anything. */
    static void check(InputStream part, Limit limit) throws IOException {
        try (LimitedXml xml = new LimitedXml(part, limit)) {
            xml.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int i = 0; i < count; i++) {
            if (target[offset + i] == '<') {
                tags++;
                refuseText(i);
                lastTag = bytes + i;
            }
        }
        bytes += Math.max(count, 0);
        refuseText(0);
        TooLarge.refuse("bytes", bytes, limit.bytes());
        TooLarge.refuse("tags", tags, limit.tags());
        return count;
    }

    private void refuseText(int ahead) throws TooLarge {
        TooLarge.refuse("bytes of one text", bytes + ahead - lastTag, Limit.TEXT);
    }
}
