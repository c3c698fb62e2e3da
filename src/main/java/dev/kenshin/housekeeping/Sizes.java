package dev.kenshin.housekeeping;

import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

/** How much room things take on the disk. */
public final class Sizes {
    private static final long BLOCK = 256 * 1024;

    private Sizes() {}

    /** About how many bytes the rows take, by their share of the table's blocks. */
    static long of(Connection warehouse, String table, long rows) throws SQLException {
        String name = table.replace("\"", "");
        long blocks = Query.number(
                warehouse,
                "select count(distinct block_id) from pragma_storage_info(" + Quoted.text(name)
                        + ") where block_id >= 0");
        long all = Query.number(warehouse, "select count(*) from " + table);
        return all == 0 ? 0 : Math.round((double) blocks * BLOCK * rows / all);
    }

    /** The bytes of a file, or of all files below a directory; links are not followed. */
    static long of(Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        try (Stream<Path> tree = Files.walk(place)) {
            long bytes = 0;
            for (Path file : tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    /** As people say it: 12.3 MB. */
    public static String words(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 99.5 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }
}
