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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Aggregates event files: each is a part, read again only if it changed. */
final class FileUsage {
    private final Connection conn;
    private final Parts parts;
    private final UsageConfig usage;
    private final ZoneId zone;
    private final String definition;

    FileUsage(Connection conn, Parts parts, UsageConfig usage, ZoneId zone) {
        this.conn = conn;
        this.parts = parts;
        this.usage = usage;
        this.zone = zone;
        this.definition = String.join(" | ", usage.type(), EventColumns.of(usage).toString(), zone.getId());
    }

    UsageResult aggregate(Path base, LocalDate asOf) throws SQLException, UsageUnavailable {
        Map<String, EventFile> files = EventFile.find(conn, usage, base).stream()
                .collect(Collectors.toMap(EventFile::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Part> outdated = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Part part : parts.all()) {
            EventFile file = files.get(part.path());
            known.add(part.path());
            if (file != null && part.isCurrent(file, definition)) {
                files.remove(part.path());
            } else {
                outdated.add(part);
            }
        }
        int changed = (int) files.keySet().stream().filter(known::contains).count();
        parts.remove(outdated.stream().map(Part::id).toList());
        Totals totals = add(List.copyOf(files.values()), outdated);
        return new UsageResult(
                files.size() - changed,
                changed,
                outdated.size() - changed,
                totals.events,
                totals.rejected,
                parts.lastDay(asOf));
    }

    private Totals add(List<EventFile> files, List<Part> outdated) throws SQLException, UsageUnavailable {
        Totals totals = new Totals();
        for (Scan scan : new Scans(conn, usage).of(files)) {
            add(scan, totals);
        }
        List<String> keys = Stream.concat(files.stream().map(EventFile::name), outdated.stream().map(Part::path))
                .distinct()
                .toList();
        Quarantine.replace(conn, usage.name(), Quarantine.UNMAPPED, keys, totals.quarantine);
        return totals;
    }

    private void add(Scan scan, Totals totals) throws SQLException, UsageUnavailable {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < scan.files().size(); i++) {
            ids.add(parts.newId());
        }
        Rejections rejections = new Rejections(conn, scan.files());
        rejections.clear();
        read(scan, ids);
        rejections.collect();
        for (int i = 0; i < ids.size(); i++) {
            EventFile file = scan.files().get(i);
            rejections.addWithoutKey(file, parts.reject(ids.get(i)));
            totals.events += parts.noteDays(ids.get(i), Parts.BEGINNING);
            totals.rejected += rejections.of(file);
            parts.save(
                    new Part(ids.get(i), file.name(), file.size(), file.modified(), definition), rejections.of(file));
        }
        totals.quarantine.addAll(rejections.examples());
    }

    private void read(Scan scan, List<Integer> ids) throws UsageUnavailable {
        try {
            Query.update(conn, scan.aggregate(usage, zone, ids));
        } catch (SQLException e) {
            throw Scans.unreadable(Scans.nameIn(e, scan.files()), e);
        }
    }

    private static final class Totals {
        private long events;
        private long rejected;
        private final List<QuarantineRow> quarantine = new ArrayList<>();
    }
}
