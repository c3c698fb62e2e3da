package dev.kenshin.publish;

import dev.kenshin.problem.Problem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Publishes a snapshot: {@link #publish} once for every form that is configured, {@link #show} last. Each may be done
 * again after a failure; readers of the files see nothing before {@code show}.
 */
public final class Publisher {
    private final ExportDirectory exports;
    private final PublishedTables tables;

    public Publisher(ExportDirectory exports, PublishedTables tables) {
        this.exports = exports;
        this.tables = tables;
    }

    /**
     * Writes one form of the snapshot.
     *
     * @return warnings; what was written is complete as far as its form allows
     * @throws SQLException if the warehouse cannot be read or the mart cannot be written
     */
    public List<Problem> publish(Connection warehouse, Snapshot snapshot, Publication publication)
            throws IOException, SQLException {
        if (publication instanceof Publication.Tables form) {
            return new TableFiles(form.charset())
                    .write(warehouse, snapshot.asOf(), tables.all(), exports.begin(snapshot));
        }
        if (publication instanceof Publication.Workbook form) {
            return new WorkbookFile(form.language()).write(warehouse, snapshot.asOf(), tables, exports.begin(snapshot));
        }
        new Mart(((Publication.Mart) publication).database()).publish(warehouse, snapshot, tables.all());
        return List.of();
    }

    /** Whether the files that were written of the snapshot are still there, though an earlier run may have written them. */
    public boolean holds(Snapshot snapshot) {
        return exports.holds(snapshot);
    }

    /**
     * Lets readers of the files see the snapshot.
     *
     * @throws IllegalStateException if no publication that {@linkplain Publication#isInFiles() lies in files} was written
     */
    public void show(Snapshot snapshot) throws IOException {
        exports.switchTo(snapshot);
    }
}
