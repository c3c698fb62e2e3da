package dev.kenshin.job;

import dev.kenshin.landing.LandedRecord;
import dev.kenshin.mapping.Link;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the records that were set aside are an account's, or may be. */
final class QuarantinedAccounts {
    private final QuarantinedLinks links;
    private final Connection connection;

    QuarantinedAccounts(QuarantinedLinks links, Connection connection) {
        this.links = links;
        this.connection = connection;
    }

    /** Rows that could not be read are nobody's. */
    Set<RecordId> recordsOf(AccountName account, Collection<Entry> entries) throws SQLException {
        Map<String, Set<RecordId>> byOrigin = entries.stream()
                .map(Entry::record)
                .filter(record -> !record.unread())
                .collect(Collectors.groupingBy(RecordId::origin, Collectors.toSet()));
        Set<RecordId> found = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> entry.value().equals(account.id()))
                .forEach(entry -> found.add(entry.record()));
        for (Map.Entry<String, Set<RecordId>> origin : byOrigin.entrySet()) {
            Map<String, LandedRecord> landed = landed(origin.getKey(), origin.getValue());
            for (RecordId record : origin.getValue()) {
                if (isOf(account, record, Optional.ofNullable(landed.get(record.key())))) {
                    found.add(record);
                }
            }
        }
        return found;
    }

    private Map<String, LandedRecord> landed(String stream, Set<RecordId> records) throws SQLException {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(record.key()));
        Map<String, LandedRecord> landed = new HashMap<>();
        LandedRecord.current(connection, stream, keys).forEach(record -> landed.put(record.key(), record));
        return landed;
    }

    private boolean isOf(AccountName account, RecordId record, Optional<LandedRecord> landed) {
        Optional<Link> link = links.link(record, landed);
        if (link.isPresent() && link.get() instanceof Link.Linked linked) {
            return linked.accountId().equals(account.id());
        }
        return link.stream()
                .flatMap(QuarantinedLinks::candidates)
                .anyMatch(candidate -> candidate.accountId().equals(account.id()));
    }
}
