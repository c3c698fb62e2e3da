package dev.kenshin.job;

import dev.kenshin.landing.LandedRecord;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Quarantined.Stay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the quarantine in full.
 *
 * @param landed the record as it is now; empty where it could not be read, or is gone
 * @param wanted the columns that the mapping fills from the field at fault
 * @param nearest the accounts that a record without one may have meant
 * @param stays when the entry was in quarantine, the newest first
 * @param now what the configuration at hand makes of the record; empty where no mapping sees it
 */
public record QuarantineDetail(
        Entry entry,
        Optional<LandedFields> landed,
        List<WantedColumn> wanted,
        List<Nearest> nearest,
        List<Stay> stays,
        Optional<Now> now) {

    /** A record as it landed: each field as its source holds it. */
    public record LandedFields(String place, Map<String, String> fields) {
        static LandedFields of(LandedRecord landed) {
            Map<String, String> fields = new LinkedHashMap<>();
            landed.record().fields().forEach((field, value) -> fields.put(field, Previews.cell(value)));
            return new LandedFields(landed.record().place().row(), fields);
        }
    }

    /** An account with a similar name, or one of several that go by the same; {@code similarity} is 0–1. */
    public record Nearest(AccountName account, double similarity) {}

    /**
     * What would become of the record.
     *
     * @param linkedBy how its account is found; empty where it is not
     * @param reasons why it would still be set aside; none if it would become a row
     */
    public record Now(String linkedBy, List<Preview.Rejected> reasons) {
        /** Whether it would become a row, as far as the accounts of the last night decide. */
        public boolean passes() {
            return reasons.isEmpty();
        }
    }
}
