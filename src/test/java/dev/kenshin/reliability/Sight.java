package dev.kenshin.reliability;

import dev.kenshin.job.WarehouseContent;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at a home from outside, while no run goes on.
 *
 * @param world of the home
 * @param scratch for copies, so that looking changes nothing
 */
record Sight(Home home, World world, Path scratch) {

    /** What readers see: the directories of files with their bytes, the mart with its rows, the reports of the runs. */
    Content published() throws Exception {
        Map<String, String> parts = new TreeMap<>(world.published());
        if (Files.exists(home.exports())) {
            for (String name : names(home.exports(), 1)) {
                if (!name.isEmpty() && !name.startsWith(".")) {
                    parts.put("exports/" + name, Content.hash(home.exports().resolve(name)));
                }
            }
        }
        MartContent.of(home, scratch).ifPresent(hash -> parts.put("mart", hash));
        new RunReports(home).last(Integer.MAX_VALUE);
        return new Content(parts);
    }

    /** Everything: what readers see, each table of the warehouse, and which files lie about. */
    Content all() throws Exception {
        Map<String, String> parts = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : WarehouseContent.of(home).entrySet()) {
            parts.put("table " + table.getKey(), Content.hash(table.getValue()));
        }
        files().forEach(name -> parts.put("file " + name.replaceAll("-r\\d+", "-r"), "there"));
        return published().and(new Content(parts));
    }

    /** What people would be told of a night that is done. */
    List<String> unfinished() throws IOException {
        return new RunReports(home)
                .last(1).stream()
                        .filter(report -> !isComplete(report))
                        .map(report -> "the last report says %s, %d of %d steps"
                                .formatted(report.state(), report.steps().size(), report.stepsInAll()))
                        .toList();
    }

    private static boolean isComplete(RunReport report) {
        return report.exitCode() != null
                && report.exitCode() == 0
                && report.steps().size() == report.stepsInAll();
    }

    /**
     * Apart from the reports, of which each run adds one, the revisions that a forced night makes, and DuckDB's journal: it stays where a run was killed after
     * its last step, and whoever opens the warehouse next reads it.
     */
    private List<String> files() throws IOException {
        return names(home.directory(), Integer.MAX_VALUE).stream()
                .filter(name -> !name.startsWith("runs/") && !name.equals("warehouse.duckdb.wal"))
                .toList();
    }

    private static List<String> names(Path directory, int depth) throws IOException {
        try (Stream<Path> tree = Files.walk(directory, depth)) {
            return tree.map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
