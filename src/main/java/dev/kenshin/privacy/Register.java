package dev.kenshin.privacy;

import dev.kenshin.config.Configuration;
import dev.kenshin.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is forgotten in a home, and what is left to do about it. Only to be used while the lock of the home is held.
 *
 * <p>A subject is on the list before anything is removed, so that no night brings it back; what there is to look for is
 * kept in a file until all is done, so that whoever was killed can go on.
 */
public final class Register {
    private static final JsonMapper JSON = new JsonMapper();

    private final PersonalFiles files;
    private final PersonalKey key;
    private SuppressionList list;

    private Register(PersonalFiles files, PersonalKey key, SuppressionList list) {
        this.files = files;
        this.key = key;
        this.list = list;
    }

    /**
     * Opens what is kept in a home; without a key there, one that lasts as long as the process.
     *
     * @throws dev.kenshin.config.ConfigException if the list cannot be used
     */
    public static Register open(PersonalFiles files) throws IOException {
        Optional<PersonalKey> known = PersonalKey.find(files.key());
        PersonalKey key = known.orElseGet(PersonalKey::passing);
        SuppressionList list = SuppressionList.read(files.list(), known);
        return new Register(files, key, list.isEmpty() ? SuppressionList.empty(key) : list);
    }

    public List<SuppressionList.Entry> entries() {
        return list.entries();
    }

    /** All by which a person is known. */
    public Subject person(
            Connection warehouse, Configuration configuration, Collection<String> emails, Collection<String> users)
            throws SQLException {
        return new Search(warehouse, configuration, key).person(emails, users);
    }

    /** All by which an account is known. */
    public Subject account(Connection warehouse, Configuration configuration, String id)
            throws IOException, SQLException {
        return new Search(warehouse, configuration, key).account(id);
    }

    /** Puts the subject on the list, and keeps what is to be done. When this returns, it is on the disk. */
    public void begin(Subject subject, Instant now) throws IOException {
        PrivateFile.write(files.task(), JSON.writeValueAsBytes(subject));
        if (PersonalKey.find(files.key()).isEmpty()) {
            key.write(files.key());
        }
        list = listing(subject, now);
        list.write(files.list());
    }

    /** The subject of a forgetting that was interrupted. */
    public Optional<Subject> unfinished() throws IOException {
        if (!Files.exists(files.task())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(files.task()), Subject.class));
        } catch (JacksonException damaged) {
            throw PersonalKey.damaged(files.task());
        }
    }

    /**
     * Takes the subject out of the warehouse, whether it is on the list yet or not; the caller commits, or has only had a
     * look.
     */
    public List<Found> forget(Connection warehouse, Configuration configuration, Subject subject) throws SQLException {
        SuppressionList with = listing(subject, Instant.EPOCH);
        Protection protection = new Protection(configuration.mappings().values(), key, with);
        return new Forgetting(warehouse, configuration, protection, subject).run();
    }

    /** All is done. */
    public void done() throws IOException {
        Files.deleteIfExists(files.task());
    }

    /** Takes an entry off the list; false where there is none of that number. */
    public boolean lift(int number) throws IOException {
        Optional<SuppressionList> rest = list.without(number);
        if (rest.isPresent()) {
            list = rest.get();
            list.write(files.list());
        }
        return rest.isPresent();
    }

    private SuppressionList listing(Subject subject, Instant now) {
        return list.with(now, subject.word(), subject.all());
    }
}
