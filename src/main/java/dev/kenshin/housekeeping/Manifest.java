package dev.kenshin.housekeeping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds: {@code manifest.json}, the last entry of the archive.
 *
 * @param format of the archive
 * @param kenshin the version that wrote it
 * @param made when
 * @param asOf the newest published date; absent where nothing was published
 * @param secrets whether refresh tokens and configs of taps are in it
 * @param repository the server that keeps the job repository, which is not in it; absent where it lies in the home
 */
public record Manifest(
        int format,
        String kenshin,
        Instant made,
        @Nullable String asOf,
        boolean secrets,
        @Nullable String repository,
        List<Item> items) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What an item is. */
    public enum Kind {
        DIRECTORY,
        FILE,
        LINK
    }

    /**
     * A file, directory or link.
     *
     * @param path below the home, with slashes
     * @param sha256 of a file's bytes, in hexadecimal digits; empty otherwise
     * @param target of a link; empty otherwise
     */
    public record Item(Kind kind, String path, long size, String sha256, String target) {
        static Item directory(String path) {
            return new Item(Kind.DIRECTORY, path, 0, "", "");
        }

        static Item link(String path, String target) {
            return new Item(Kind.LINK, path, 0, "", target);
        }
    }

    /** The bytes of all files. */
    public long bytes() {
        return items.stream().mapToLong(Item::size).sum();
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
