package dev.kenshin.quarantine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries that one fix may mend: of one origin and mapping, with the same field and code.
 *
 * @param number its rank among all groups, from 1; 0 for what is resolved
 * @param entries how many there are
 * @param records how many records they are of
 * @param values how many different values are at fault
 * @param since when the oldest of them was first seen; empty if no night has recorded any
 * @param until when the last of them was resolved; empty for what is there
 * @param example the oldest
 */
public record Group(
        int number,
        long entries,
        long records,
        long values,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Entry example) {

    static Group read(ResultSet row) throws SQLException {
        return new Group(
                0,
                row.getLong("entries"),
                row.getLong("records"),
                row.getLong("distinct_values"),
                Entry.date(row, "since"),
                Entry.date(row, "until"),
                Entry.read(row));
    }

    /** The groups of entries that are at hand, those with the most first; without numbers. */
    public static List<Group> of(Collection<Entry> entries) {
        Map<List<String>, List<Entry>> alike = new LinkedHashMap<>();
        for (Entry entry : entries) {
            RecordId record = entry.record();
            List<String> group = List.of(record.origin(), record.mapping(), entry.field(), entry.code());
            alike.computeIfAbsent(group, unseen -> new ArrayList<>()).add(entry);
        }
        return alike.values().stream()
                .map(Group::ofAlike)
                .sorted(Comparator.comparing(Group::entries).reversed())
                .toList();
    }

    private static Group ofAlike(List<Entry> entries) {
        long records = entries.stream().map(Entry::record).distinct().count();
        Optional<LocalDate> since =
                entries.stream().flatMap(entry -> entry.firstSeen().stream()).min(Comparator.naturalOrder());
        long values = entries.stream().map(Entry::value).distinct().count();
        return new Group(0, entries.size(), records, values, since, Optional.empty(), entries.get(0));
    }

    Group numbered(int rank) {
        return new Group(rank, entries, records, values, since, until, example);
    }

    boolean isAlike(Group other) {
        return example.record().origin().equals(other.example.record().origin())
                && example.record().mapping().equals(other.example.record().mapping())
                && example.field().equals(other.example.field())
                && example.code().equals(other.example.code());
    }
}
