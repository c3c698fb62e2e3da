package dev.kenshin.privacy;

import dev.kenshin.config.ColumnRules;
import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Configuration;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.source.Source;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a home keeps from whom: its key, whom it has forgotten, and what its configuration says of fields. */
public final class Protection {
    private final Collection<MappingConfig> mappings;
    private final PersonalKey key;
    private final SuppressionList list;

    Protection(Collection<MappingConfig> mappings, PersonalKey key, SuppressionList list) {
        this.mappings = mappings;
        this.key = key;
        this.list = list;
    }

    /** For sources that are opened and not read. */
    public static Protection none() {
        return new Protection(List.of(), PersonalKey.passing(), SuppressionList.nobody());
    }

    /**
     * That of a home. Makes its key where one is needed for the first time; only to be called while the lock is held.
     *
     * @throws ConfigException if the list of those who are forgotten cannot be used
     */
    public static Protection of(PersonalFiles files, Configuration configuration) throws IOException {
        Optional<PersonalKey> known = PersonalKey.find(files.key());
        SuppressionList list = SuppressionList.read(files.list(), known);
        boolean needed = known.isEmpty() && hasPseudonyms(configuration);
        PersonalKey key = needed ? PersonalKey.findOrCreate(files.key()) : known.orElseGet(PersonalKey::passing);
        return new Protection(configuration.mappings().values(), key, list);
    }

    /** The same for those who only have a look; where the home has no key yet, pseudonyms are not those of a night. */
    public static Protection toLookAt(PersonalFiles files, Configuration configuration) throws IOException {
        Optional<PersonalKey> known = PersonalKey.find(files.key());
        SuppressionList list = SuppressionList.read(files.list(), known);
        return new Protection(configuration.mappings().values(), known.orElseGet(PersonalKey::passing), list);
    }

    private static boolean hasPseudonyms(Configuration configuration) {
        return configuration.sources().values().stream()
                .flatMap(source -> source.streams().values().stream())
                .anyMatch(stream -> !ColumnRules.of(stream).pseudonymise().isEmpty());
    }

    /** The source as landing may see it. */
    public Source guard(Source source) {
        return new GuardedSource(source, this::guard, list);
    }

    /** The guard before a stream. */
    public Guard guard(StreamConfig stream) {
        return guard(stream.qualifiedName(), stream.key(), ColumnRules.of(stream));
    }

    /** The guard before a stream that is no longer configured; only what its mappings say is known. */
    public Guard guard(String stream) {
        return guard(stream, List.of(), new ColumnRules(List.of(), List.of(), List.of()));
    }

    private Guard guard(String stream, List<String> fields, ColumnRules rules) {
        return new Guard(fields, rules, new Pseudonyms(key), Holders.of(stream, mappings), list);
    }

    /** Whether anybody is forgotten. */
    public boolean hasForgotten() {
        return !list.isEmpty();
    }

    /**
     * Whether the user of an event is forgotten; user ids may be addresses. Events are not pseudonymised, while the records
     * from which a person's ids were learned may be.
     */
    public boolean isForgottenUser(String id) {
        Object pseudonym = list.isEmpty() ? id : new Pseudonyms(key).of(id);
        return Stream.of(id, pseudonym)
                .anyMatch(known -> list.holds(Kind.USER, known) || list.holds(Kind.EMAIL, known));
    }

    /** Whether the account that an event names is forgotten. */
    public boolean isForgottenAccount(UsageConfig usage, String accountKey) {
        for (LinkConfig link : usage.account()) {
            if (Holders.of(link, usage.name()).stream().anyMatch(kind -> list.holds(kind, accountKey))) {
                return true;
            }
        }
        return false;
    }
}
