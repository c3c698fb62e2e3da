package dev.kenshin.job;

import dev.kenshin.ops.Home;
import dev.kenshin.privacy.ByteSearch;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.Found.Fate;
import dev.kenshin.privacy.Subject;
import dev.kenshin.publish.ExportDirectory;
import dev.kenshin.publish.Publication;
import dev.kenshin.publish.Publisher;
import dev.kenshin.publish.Snapshot;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a subject out of the published files: what readers see is published again from the warehouse, which has forgotten
 * it; what they do not see is deleted. Snapshots in which nothing is found stay as they are.
 */
final class ForgottenSnapshots {
    private static final String PLACE = "exports/";

    private final NightPlan plan;
    private final ExportDirectory exports;
    private final ByteSearch search;
    private final List<Found> found = new ArrayList<>();

    ForgottenSnapshots(NightPlan plan, Home home, Subject subject) {
        this.plan = plan;
        this.exports = new ExportDirectory(home.exports());
        this.search = new ByteSearch(subject.needles());
    }

    List<Found> remove(Warehouse warehouse, boolean keep) throws IOException, SQLException {
        if (keep) {
            exports.finishRenewals();
        }
        for (Snapshot snapshot : exports.shown()) {
            long files = filesWith(exports.directory(snapshot).toRealPath());
            if (files > 0) {
                found.add(new Found(PLACE + snapshot.asOf(), Fate.RENEWED, files));
                if (keep) {
                    renew(warehouse, snapshot);
                }
            }
        }
        for (Path hidden : exports.hidden()) {
            long files = filesWith(hidden);
            if (files > 0) {
                found.add(new Found(PLACE + ".snapshots/" + hidden.getFileName(), Fate.REMOVED, files));
                if (keep) {
                    exports.discard(hidden);
                }
            }
        }
        return found;
    }

    private void renew(Warehouse warehouse, Snapshot snapshot) throws IOException, SQLException {
        List<Publication> forms =
                plan.publications().stream().filter(Publication::isInFiles).toList();
        try (Connection connection = warehouse.connection()) {
            boolean known = Query.number(
                            connection, "select count(*) from score.account_health where as_of = ?", snapshot.asOf())
                    > 0;
            if (forms.isEmpty() || !known) {
                exports.withdraw(snapshot);
                return;
            }
            Publisher publisher = new Publisher(exports, plan.publishedTables());
            for (Publication form : forms) {
                publisher.publish(connection, snapshot, form);
            }
            exports.renew(snapshot);
        }
    }

    private long filesWith(Path directory) throws IOException {
        long files = 0;
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files += search.isIn(file) ? 1 : 0;
            }
        }
        return files;
    }
}
