package dev.kenshin.housekeeping;

import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reports and logs of runs, a directory a run; their names begin with the day. The newest one always stays. */
final class RunDirectories {
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-\\d{3}.*");

    private final Path runs;
    private final int days;

    RunDirectories(Home home, int days) {
        this.runs = home.runs();
        this.days = days;
    }

    Going going() throws IOException {
        long bytes = 0;
        List<String> names = new ArrayList<>();
        for (Path run : old()) {
            bytes += Sizes.of(run);
            names.add(String.valueOf(run.getFileName()));
        }
        return new Going(
                new Text("実行の記録とログ（runs）", "reports and logs (runs)"), names.size(), Going.DIRECTORIES, bytes, names);
    }

    void delete() throws IOException {
        for (Path run : old()) {
            Trees.delete(run);
        }
    }

    private List<Path> old() throws IOException {
        List<Path> all = all();
        if (all.isEmpty()) {
            return List.of();
        }
        LocalDate first = day(all.get(all.size() - 1)).minusDays(days - 1L);
        return all.stream().filter(run -> day(run).isBefore(first)).toList();
    }

    /** The oldest first. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry ->
                            ID.matcher(String.valueOf(entry.getFileName())).matches())
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private static LocalDate day(Path run) {
        return LocalDate.parse(String.valueOf(run.getFileName()).substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
