package dev.kenshin.privacy;

import dev.kenshin.config.ColumnRules;
import dev.kenshin.config.Configuration;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.landing.Redaction;
import dev.kenshin.mapping.Crosswalk;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out by what a person or an account is known in a warehouse, from one or two things that somebody knows of them. */
final class Search {
    private final Connection conn;
    private final Configuration configuration;
    private final Pseudonyms pseudonyms;

    Search(Connection conn, Configuration configuration, PersonalKey key) {
        this.conn = conn;
        this.configuration = configuration;
        this.pseudonyms = new Pseudonyms(key);
    }

    /**
     * A person: further addresses and ids are those of the same records about people, in any version; and all of their
     * pseudonyms.
     */
    Subject person(Collection<String> emails, Collection<String> users) throws SQLException {
        Set<Identifier> known = new LinkedHashSet<>();
        emails.forEach(email -> add(known, Kind.EMAIL, email));
        users.forEach(user -> add(known, Kind.USER, user));
        int before = 0;
        while (before < known.size()) {
            before = known.size();
            addPseudonyms(known);
            for (String stream : Redaction.streams(conn)) {
                addFrom(stream, known);
            }
        }
        return Subject.of(false, known, Set.of());
    }

    private void addPseudonyms(Set<Identifier> known) {
        for (Identifier one : List.copyOf(known)) {
            Object pseudonym = pseudonyms.of(one.value());
            if (pseudonym != null) {
                add(known, one.kind(), pseudonym.toString());
            }
        }
    }

    private void addFrom(String stream, Set<Identifier> known) throws SQLException {
        Holders holders = Holders.of(stream, configuration.mappings().values());
        if (holders.persons().isEmpty()) {
            return;
        }
        SuppressionList list = SuppressionList.empty(PersonalKey.passing()).with(Instant.EPOCH, "person", known);
        Holders persons = new Holders(holders.persons(), Map.of(), Map.of());
        Guard guard = new Guard(List.of(), new ColumnRules(List.of(), List.of(), List.of()), pseudonyms, persons, list);
        new Redaction(conn, stream).read(record -> {
            if (guard.withoutForgotten(record).isEmpty()) {
                persons.owners()
                        .forEach((field, kinds) -> kinds.forEach(
                                kind -> add(known, kind, record.fields().get(field))));
            }
        });
    }

    private static void add(Set<Identifier> known, Kind kind, @Nullable Object raw) {
        String form = kind.form(raw);
        if (!form.isEmpty()) {
            known.add(new Identifier(kind, form));
        }
    }

    /**
     * An account: by its id, and by every way in which a link that is configured may name it. What another account is
     * called, too, is left out.
     */
    Subject account(String id) throws IOException, SQLException {
        Set<Identifier> known = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        add(known, Kind.ACCOUNT, id);
        for (String by : ways()) {
            if (by.equals("name")) {
                addUnshared(known, by, "name", id);
            } else if (by.equals("email-domain")) {
                addUnshared(known, by, "email_domain", id);
            } else if (by.startsWith("account.")) {
                addUnshared(known, by, by.substring("account.".length()), id);
            } else if (by.contains(".")) {
                keys(by, id).forEach(key -> add(known, Kind.ofLink(by), key));
            }
        }
        addCrosswalks(known, names, id);
        names.addAll(columns("name", id));
        addWritten(known, names);
        return Subject.of(true, known, names);
    }

    private Set<String> ways() {
        Set<String> ways = new LinkedHashSet<>();
        Stream.concat(
                        configuration.mappings().values().stream().map(MappingConfig::account),
                        configuration.usage().values().stream().map(usage -> usage.account()))
                .flatMap(List::stream)
                .map(LinkConfig::by)
                .forEach(ways::add);
        return ways;
    }

    /** What another account has, too, finds neither of them. */
    private void addUnshared(Set<Identifier> known, String by, String column, String id) throws SQLException {
        Kind kind = Kind.ofLink(by);
        Set<String> others = new LinkedHashSet<>();
        columns(column, "account_id <> ?", id).forEach(other -> others.add(kind.form(other)));
        columns(column, id).stream()
                .filter(value -> !others.contains(kind.form(value)))
                .forEach(value -> add(known, kind, value));
    }

    private List<String> columns(String column, String id) throws SQLException {
        return columns(column, "account_id = ?", id);
    }

    private List<String> columns(String column, String whose, String id) throws SQLException {
        boolean there = Query.number(
                        conn,
                        "select count(*) from duckdb_columns() where schema_name = 'model' and table_name = 'account'"
                                + " and column_name = ? and database_name = current_database()",
                        column)
                > 0;
        return there
                ? Query.list(
                        conn,
                        row -> row.getString(1),
                        "select distinct cast(" + Quoted.name(column) + " as varchar) from model.account" + " where "
                                + whose + " and " + Quoted.name(column) + " is not null",
                        id)
                : List.of();
    }

    /** Keys of records that became rows of the account. */
    private List<String> keys(String stream, String id) throws SQLException {
        Set<String> keys = new LinkedHashSet<>();
        for (MappingConfig mapping : configuration.mappings().values()) {
            if (mapping.from().name().equals(stream)) {
                keys.addAll(Query.list(
                        conn,
                        row -> row.getString(1),
                        "select record_key from model."
                                + Quoted.name(mapping.to().name()) + " where mapping = ? and account_id = ?",
                        mapping.name(),
                        id));
            }
        }
        return List.copyOf(keys);
    }

    private void addCrosswalks(Set<Identifier> known, Set<String> names, String id) throws IOException {
        Crosswalk.readAll(configuration.directory().resolve("crosswalks"), new Problems())
                .forEach((source, crosswalk) -> crosswalk.entries().forEach((value, entry) -> {
                    if (entry.accountId().equals(id)) {
                        add(known, Kind.ofCrosswalk(source), value);
                        names.add(value);
                    }
                }));
    }

    /** The same name is written in several ways. */
    private void addWritten(Set<Identifier> known, Set<String> names) throws SQLException {
        SuppressionList list = SuppressionList.empty(PersonalKey.passing()).with(Instant.EPOCH, "account", known);
        for (MappingConfig mapping : configuration.mappings().values()) {
            for (LinkConfig link : mapping.account()) {
                if (link.by().equals("name")) {
                    new Redaction(conn, mapping.from().name()).read(record -> addWritten(record, link, list, names));
                }
            }
        }
    }

    private static void addWritten(SourceRecord record, LinkConfig link, SuppressionList list, Set<String> names) {
        Object value = record.fields().get(link.from());
        if (value != null && list.holds(Kind.ofLink("name"), value)) {
            names.add(value.toString());
        }
    }
}
