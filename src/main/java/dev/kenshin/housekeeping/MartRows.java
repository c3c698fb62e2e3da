package dev.kenshin.housekeeping;

import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.MartDatabase;
import dev.kenshin.publish.MartHistory;
import dev.kenshin.publish.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The rows of dates in the marts of a job; they stay as long as their snapshots do. */
final class MartRows implements AutoCloseable {
    private final List<MartHistory> marts = new ArrayList<>();

    private MartRows() {}

    /** The job's marts; a mart in the home that does not exist yet is not made. */
    static MartRows of(NightPlan plan, Home home) throws SQLException {
        MartRows rows = new MartRows();
        Path file = home.mart().resolveSibling(home.mart().getFileName() + ".mv.db");
        for (Publication publication : plan.publications()) {
            if (publication instanceof Publication.Mart mart) {
                boolean inHome = mart.database().equals(MartDatabase.in(home.directory()));
                if (!inHome || Files.exists(file)) {
                    rows.marts.add(MartHistory.open(mart.database(), plan.publishedTables()));
                }
            }
        }
        return rows;
    }

    List<MartHistory> marts() {
        return marts;
    }

    List<Going> going(Retention retention, Collection<LocalDate> kept) throws SQLException {
        List<Going> going = new ArrayList<>();
        for (MartHistory mart : marts) {
            mart.rows(dates(mart, retention, kept))
                    .forEach((table, rows) -> going.add(new Going(
                            new Text("マートの " + table, table + " of the mart"), rows, Going.ROWS, 0, List.of())));
        }
        return going;
    }

    void delete(Retention retention, Collection<LocalDate> kept) throws IOException, SQLException {
        for (MartHistory mart : marts) {
            NavigableSet<LocalDate> dates = dates(mart, retention, kept);
            if (!dates.isEmpty()) {
                mart.remove(dates);
                mart.compact();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (MartHistory mart : marts) {
            mart.close();
        }
    }

    private static NavigableSet<LocalDate> dates(MartHistory mart, Retention retention, Collection<LocalDate> kept)
            throws SQLException {
        NavigableSet<LocalDate> all = mart.dates();
        NavigableSet<LocalDate> going = new TreeSet<>(all.headSet(retention.first()));
        going.removeAll(kept);
        going.removeAll(retention.kept(all));
        return going;
    }
}
