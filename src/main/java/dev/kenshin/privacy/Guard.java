package dev.kenshin.privacy;

import dev.kenshin.config.ColumnRules;
import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before landing: what one stream's records may hold. For one thread at a time. */
public final class Guard {
    private final List<String> key;
    private final ColumnRules rules;
    private final Pseudonyms pseudonyms;
    private final Holders holders;
    private final SuppressionList list;

    Guard(List<String> key, ColumnRules rules, Pseudonyms pseudonyms, Holders holders, SuppressionList list) {
        this.key = key;
        this.rules = rules;
        this.pseudonyms = pseudonyms;
        this.holders = holders;
        this.list = list;
    }

    /** Whether everything passes as it is. */
    boolean isOpen() {
        return rules.isEmpty() && list.isEmpty();
    }

    /** The item as it may be kept; empty if it belongs to somebody who is forgotten. */
    Optional<SourceItem> admit(SourceItem item) {
        if (item instanceof SourceRecord record) {
            return withoutForgotten(record).map(this::withRules).flatMap(this::withoutPseudonyms);
        }
        return Optional.of(broken((BrokenRecord) item));
    }

    /** An id that was pseudonymised when it landed is known to the list by that name alone. */
    private Optional<SourceItem> withoutPseudonyms(SourceItem item) {
        return !rules.pseudonymise().isEmpty() && item instanceof SourceRecord record
                ? withoutForgotten(record).map(SourceItem.class::cast)
                : Optional.of(item);
    }

    /**
     * The record without what names somebody who is forgotten; the very same record where nothing does, empty if it is
     * theirs.
     */
    public Optional<SourceRecord> withoutForgotten(SourceRecord record) {
        if (list.isEmpty()) {
            return Optional.of(record);
        }
        return isTheirs(record) ? Optional.empty() : Optional.of(withoutMentions(record));
    }

    private boolean isTheirs(SourceRecord record) {
        return holders.owners().entrySet().stream()
                        .anyMatch(owner -> isListed(record.fields().get(owner.getKey()), owner.getValue()))
                || !clean(record.key()).equals(record.key());
    }

    private boolean isListed(@Nullable Object value, Set<Kind> kinds) {
        return value != null && kinds.stream().anyMatch(kind -> list.holds(kind, value));
    }

    private SourceRecord withoutMentions(SourceRecord record) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        record.fields().forEach((field, value) -> {
            Object kept = withoutMention(field, value);
            if (kept != value) {
                changed.put(field, kept);
            }
        });
        String place = clean(record.place().row());
        if (changed.isEmpty() && place.equals(record.place().row())) {
            return record;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(record.fields());
        fields.putAll(changed);
        return new SourceRecord(
                record.key(), fields, new Place(place, record.place().columns()));
    }

    private @Nullable Object withoutMention(String field, @Nullable Object value) {
        if (isListed(value, holders.mentions().getOrDefault(field, Set.of()))) {
            return null;
        }
        if (value instanceof String text) {
            String kept = clean(text);
            return kept.equals(Addresses.GONE) && !text.equals(kept) ? null : kept; // the same text if nothing is meant
        }
        return value;
    }

    /** Texts without addresses that are listed. */
    String clean(String text) {
        return list.holdsAny(Kind.EMAIL) ? Addresses.without(text, address -> list.holds(Kind.EMAIL, address)) : text;
    }

    private SourceItem withRules(SourceRecord record) {
        if (rules.isEmpty()) {
            return record;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        record.fields().forEach((field, value) -> {
            if (rules.lands(field)) {
                fields.put(field, rules.pseudonymise().contains(field) ? pseudonyms.of(value) : value);
            }
        });
        return rules.pseudonymise().isEmpty()
                ? new SourceRecord(record.key(), fields, record.place())
                : renamed(record, fields);
    }

    /** Keys and places often repeat a value that must not be seen. */
    private SourceItem renamed(SourceRecord record, Map<String, @Nullable Object> fields) {
        String hidden = record.key();
        String row = record.place().row();
        for (String field : rules.pseudonymise()) {
            String value = String.valueOf(record.fields().get(field)).strip();
            String name = String.valueOf(fields.get(field));
            if (key.contains(field) || hidden.equals(value)) {
                row = row.replace("=" + value, "=" + name);
                hidden = hidden.equals(value) ? name : hidden;
            }
        }
        Place place = new Place(row, record.place().columns());
        return key.stream().anyMatch(rules.pseudonymise()::contains)
                ? SourceItem.of(key, fields, place)
                : new SourceRecord(hidden, fields, place);
    }

    /** What is said of a broken row may quote any of its fields. */
    private BrokenRecord broken(BrokenRecord broken) {
        Place place = new Place(clean(broken.place().row()), broken.place().columns());
        String value = rules.isEmpty() ? clean(broken.value()) : "";
        return new BrokenRecord(place, broken.code(), value, clean(broken.reason()), clean(broken.fix()));
    }

    private Text clean(Text text) {
        return new Text(clean(text.ja()), clean(text.en()));
    }
}
