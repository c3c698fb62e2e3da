package dev.kenshin.housekeeping;

import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.ExportHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The published files of dates; they stay as long as their snapshots do. Where a warehouse was lost, they are thinned out alike. */
final class ExportFiles {
    private final ExportHistory history;

    ExportFiles(Home home) {
        this.history = new ExportHistory(home.exports());
    }

    Optional<LocalDate> latest() throws IOException {
        return history.latest();
    }

    Going going(Retention retention, Collection<LocalDate> kept) throws IOException {
        long bytes = 0;
        long count = 0;
        List<String> names = new ArrayList<>();
        for (LocalDate date : dates(retention, kept)) {
            names.add(date.toString());
            for (Path revision : history.revisions(date)) {
                bytes += Sizes.of(revision);
                count++;
            }
        }
        return new Going(
                new Text("公開したファイル（exports）", "published files (exports)"),
                Math.max(count, names.size()),
                Going.DIRECTORIES,
                bytes,
                names);
    }

    void delete(Retention retention, Collection<LocalDate> kept) throws IOException {
        for (LocalDate date : dates(retention, kept)) {
            history.remove(date);
        }
    }

    private NavigableSet<LocalDate> dates(Retention retention, Collection<LocalDate> kept) throws IOException {
        NavigableSet<LocalDate> all = history.dates();
        NavigableSet<LocalDate> going = new TreeSet<>(all.headSet(retention.first()));
        going.removeAll(kept);
        going.removeAll(retention.kept(all));
        history.latest().ifPresent(going::remove);
        return going;
    }
}
