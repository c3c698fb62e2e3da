package dev.kenshin.usage;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Aggregates event files: each is a part, read again only if it changed. */
final class FileUsage {
    private final Connection conn;
    private final Parts parts;
    private final UsageConfig usage;
    private final ZoneId zone;
    private final String definition;
    private final Suppression suppression;

    FileUsage(Connection conn, Parts parts, UsageConfig usage, ZoneId zone, Suppression suppression) {
        this.conn = conn;
        this.parts = parts;
        this.usage = usage;
        this.zone = zone;
        this.definition = EventColumns.definition(usage, zone);
        this.suppression = suppression;
    }

    UsageResult aggregate(Path base, LocalDate asOf) throws SQLException, UsageUnavailable {
        Map<String, EventFile> stale = byName(EventFile.find(conn, usage, base));
        List<Part> outdated = new ArrayList<>();
        for (Part part : parts.all()) {
            EventFile file = stale.get(part.path());
            if (file != null && part.isCurrent(file, definition)) {
                stale.remove(part.path());
            } else {
                outdated.add(part);
            }
        }
        parts.remove(outdated.stream().map(Part::id).toList());
        Totals totals = add(List.copyOf(stale.values()), outdated);
        int changed = (int)
                outdated.stream().filter(part -> stale.containsKey(part.path())).count();
        int removed = outdated.size() - changed;
        return new UsageResult(
                stale.size() - changed, changed, removed, totals.events, totals.rejected, parts.lastDay(asOf));
    }

    private static Map<String, EventFile> byName(List<EventFile> files) {
        Map<String, EventFile> named = new LinkedHashMap<>();
        files.forEach(file -> named.put(file.name(), file));
        return named;
    }

    private Totals add(List<EventFile> files, List<Part> outdated) throws SQLException, UsageUnavailable {
        Totals totals = new Totals();
        for (Scan scan : new Scans(conn, usage).of(files)) {
            add(scan, totals);
        }
        List<String> keys = Stream.concat(
                        files.stream().map(EventFile::name), outdated.stream().map(Part::path))
                .distinct()
                .toList();
        Quarantine.replace(conn, usage.name(), Quarantine.UNMAPPED, keys, totals.quarantine);
        return totals;
    }

    private void add(Scan scan, Totals totals) throws SQLException, UsageUnavailable {
        List<Integer> ids = parts.newIds(scan.files().size());
        Rejections rejections = new Rejections(conn, scan.files());
        rejections.clear();
        read(scan, ids);
        long suppressedBefore = suppression.events();
        suppression.removeFrom(conn, ids);
        long suppressed = suppression.events() - suppressedBefore;
        rejections.collect();
        Map<Integer, Long> withoutKey = parts.reject(ids);
        List<Part> added = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            EventFile file = scan.files().get(i);
            rejections.addWithoutKey(file, withoutKey.getOrDefault(ids.get(i), 0L));
            added.add(part(ids.get(i), file, rejections.of(file)));
        }
        parts.save(added);
        long events = parts.noteDays(ids, Parts.BEGINNING, Parts.END);
        long rejected = added.stream().mapToLong(Part::rejected).sum();
        if (usage.type().equals("parquet")) {
            EventsLost.check(scan.rows(conn), events + rejected + suppressed);
        }
        totals.events += events;
        totals.rejected += rejected;
        totals.quarantine.addAll(rejections.examples());
    }

    private Part part(int id, EventFile file, long rejected) {
        return new Part(id, file.name(), file.size(), file.modified(), definition, rejected);
    }

    private void read(Scan scan, List<Integer> ids) throws SQLException, UsageUnavailable {
        try {
            Query.update(conn, scan.aggregate(usage, zone, ids));
        } catch (SQLException e) {
            throw Scans.refused(Scans.nameIn(e, scan.files()), e);
        }
    }

    private static final class Totals {
        private long events;
        private long rejected;
        private final List<QuarantineRow> quarantine = new ArrayList<>();
    }
}
