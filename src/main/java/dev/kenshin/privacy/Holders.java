package dev.kenshin.privacy;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.model.Model;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose the records of a stream are, as its mappings tell.
 *
 * @param owners by field: if its value is listed as one of these kinds, the record is that person's or account's and goes
 * @param mentions by field: if its value is listed, the value goes and the record stays
 * @param persons by field: what a record about a person says of who that is
 */
record Holders(Map<String, Set<Kind>> owners, Map<String, Set<Kind>> mentions, Map<String, Set<Kind>> persons) {
    /** Columns that say whose a row is. An account or a contract is nobody's, whoever signed it. */
    private static final Map<String, Kind> OWNING = Map.of(
            "user_id", Kind.USER,
            "email", Kind.EMAIL,
            "requester_email", Kind.EMAIL,
            "sender", Kind.EMAIL,
            "respondent", Kind.EMAIL);

    private static final Set<String> OF_PERSONS = Set.of(Model.CONTACT.name(), Model.APP_USER.name());
    private static final Set<String> NOBODYS = Set.of(Model.ACCOUNT.name(), Model.CONTRACT.name());

    /** What the mappings from a stream say. */
    static Holders of(String stream, Collection<MappingConfig> mappings) {
        Holders holders = new Holders(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        String source = stream.substring(0, Math.max(0, stream.indexOf('.')));
        for (MappingConfig mapping : mappings) {
            if (mapping.from().name().equals(stream)) {
                holders.add(mapping, source);
                mapping.account().forEach(link -> holders.add(link, source));
            }
        }
        return holders;
    }

    /** The ways in which one value is looked up: what people wrote down counts for every link. */
    static Set<Kind> of(LinkConfig link, String source) {
        Set<Kind> kinds = new LinkedHashSet<>(Set.of(Kind.ofCrosswalk(source)));
        if (!link.by().equals("crosswalk")) {
            kinds.add(Kind.ofLink(link.by()));
        }
        return kinds;
    }

    private void add(LinkConfig link, String source) {
        of(link, source).forEach(kind -> add(owners, List.of(link.from()), kind));
    }

    private void add(MappingConfig mapping, String source) {
        String table = mapping.to().name();
        mapping.fields().forEach((column, field) -> addField(table, source, column, field));
        mapping.custom().forEach((column, field) -> addField(table, source, column, field));
    }

    private void addField(String table, String source, String column, FieldConfig field) {
        if (table.equals(Model.ACCOUNT.name())) {
            addOfAccount(column, field);
        } else if (!NOBODYS.contains(table)) {
            Kind kind = column.equals("contact_id") ? Kind.ofContact(source) : OWNING.get(column);
            if (kind == null && field.type().filter("email"::equals).isPresent()) {
                kind = Kind.EMAIL;
            }
            if (kind != null) {
                add(owners, field.from(), kind);
                if (OF_PERSONS.contains(table)) {
                    add(persons, field.from(), kind);
                }
            }
        }
    }

    private void addOfAccount(String column, FieldConfig field) {
        if (column.equals("account_id")) {
            add(owners, field.from(), Kind.ACCOUNT);
        } else if (column.equals("parent_id")) {
            add(mentions, field.from(), Kind.ACCOUNT);
        }
    }

    private static void add(Map<String, Set<Kind>> target, List<String> fields, Kind kind) {
        fields.forEach(field ->
                target.computeIfAbsent(field, any -> new LinkedHashSet<>()).add(kind));
    }
}
