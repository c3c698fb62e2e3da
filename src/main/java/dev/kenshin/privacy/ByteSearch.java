package dev.kenshin.privacy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for texts in the bytes of files, in every encoding that Kenshin reads or writes, and within zip entries, as workbooks
 * have them. Latin letters are the same whatever their case.
 */
public final class ByteSearch {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-31j"));

    private static final int BLOCK = 1 << 16;
    private static final int BYTES = 256;

    /** By their first byte. */
    private final List<List<byte[]>> needles = new ArrayList<>();

    private final int longest;

    public ByteSearch(Set<String> texts) {
        for (int i = 0; i < BYTES; i++) {
            needles.add(new ArrayList<>());
        }
        Set<String> seen = new LinkedHashSet<>();
        int length = 0;
        for (String text : texts) {
            for (Charset charset : CHARSETS) {
                byte[] needle = folded(text.getBytes(charset));
                if (needle.length > 0 && charset.newEncoder().canEncode(text) && seen.add(Arrays.toString(needle))) {
                    needles.get(needle[0] & 0xff).add(needle);
                    length = Math.max(length, needle.length);
                }
            }
        }
        this.longest = length;
    }

    /** Whether a file, or one of the files in a zip, holds one of the texts. */
    public boolean isIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (isIn(in)) {
                return true;
            }
        }
        return isZip(file) && isInEntries(file);
    }

    private boolean isInEntries(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isIn(zip)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** Block by block; the end of one is looked at again with the next. */
    private boolean isIn(InputStream in) throws IOException {
        byte[] window = new byte[BLOCK + longest];
        int kept = 0;
        while (true) {
            int read = in.readNBytes(window, kept, BLOCK);
            int length = kept + read;
            fold(window, kept, length);
            if (isIn(window, length)) {
                return true;
            }
            if (read < BLOCK) {
                return false;
            }
            kept = Math.min(longest, length);
            System.arraycopy(window, length - kept, window, 0, kept);
        }
    }

    private boolean isIn(byte[] window, int length) {
        for (int i = 0; i < length; i++) {
            List<byte[]> possible = needles.get(window[i] & 0xff);
            if (!possible.isEmpty() && isAt(window, i, length, possible)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] window, int at, int length, List<byte[]> possible) {
        for (byte[] needle : possible) {
            int end = at + needle.length;
            if (end <= length && Arrays.equals(window, at, end, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] folded(byte[] bytes) {
        byte[] folded = bytes.clone();
        fold(folded, 0, folded.length);
        return folded;
    }

    private static void fold(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] = (byte) (bytes[i] + 'a' - 'A');
            }
        }
    }
}
