package dev.kenshin.usage;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file with events.
 *
 * @param name relative to the base directory where it lies below it
 * @param path as DuckDB names it
 * @param size in bytes
 * @param modified UTC, to the microsecond
 */
record EventFile(String name, String path, long size, LocalDateTime modified) {
    /** Nothing, compressed, takes some twenty bytes and the name it had. */
    private static final int MORE_THAN_NOTHING = 1 << 10;

    /**
     * The files that a source's path or glob names, sorted by path.
     *
     * @throws UsageUnavailable if there is none, or one is empty
     */
    static List<EventFile> find(Connection conn, UsageConfig usage, Path base) throws SQLException, UsageUnavailable {
        String path = usage.options().text("path").orElseThrow();
        String pattern = UsageFiles.pattern(usage, base, path).toString();
        List<EventFile> files =
                Query.list(conn, row -> of(row.getString(1), base), "select file from glob(?) order by file", pattern);
        if (files.isEmpty()) {
            throw new UsageUnavailable(none(path));
        }
        for (EventFile file : files) {
            UsageFiles.checkReal(usage, base, Path.of(file.path()));
            if (file.isEmpty()) {
                throw new UsageUnavailable(empty(file));
            }
        }
        return files;
    }

    /** Its text, unpacked where it is compressed; the caller closes it. */
    InputStream open() throws IOException {
        InputStream in = Files.newInputStream(Path.of(path));
        try {
            return isCompressed() ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private boolean isCompressed() {
        return path.endsWith(".gz");
    }

    private boolean isEmpty() throws UsageUnavailable {
        if (size == 0 || !isCompressed() || size > MORE_THAN_NOTHING) {
            return size == 0;
        }
        try (InputStream text = open()) {
            return text.read() < 0;
        } catch (IOException e) {
            throw Scans.unreadable(name, e);
        }
    }

    private static EventFile of(String file, Path base) {
        Path path = Path.of(file);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            LocalDateTime modified =
                    LocalDateTime.ofInstant(attributes.lastModifiedTime().toInstant(), ZoneOffset.UTC);
            return new EventFile(
                    name(path, base.toAbsolutePath().normalize()),
                    file,
                    attributes.size(),
                    modified.truncatedTo(ChronoUnit.MICROS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path, Path base) {
        return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
    }

    private static Problem none(String path) {
        return Problem.error(
                "KEN-U01",
                Location.file(path),
                new Text("「%s」に当てはまるファイルがありません。".formatted(path), "no file matches '%s'.".formatted(path)),
                new Text(
                        "出力先を確認するか、利用データの設定の path を直してください。",
                        "Check where the events are exported to, or correct 'path' of the usage source."));
    }

    private static Problem empty(EventFile file) {
        return Problem.error(
                "KEN-U02",
                Location.file(file.name()),
                new Text("「%s」は空です。".formatted(file.name()), "'%s' is empty.".formatted(file.name())),
                new Text("書き出しの途中でないか確認し、もう一度出力してください。", "Check that its export has ended, and export it again."));
    }
}
