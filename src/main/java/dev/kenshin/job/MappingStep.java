package dev.kenshin.job;

import dev.kenshin.landing.LandedRecord;
import dev.kenshin.landing.Mapped;
import dev.kenshin.mapping.AccountDirectory;
import dev.kenshin.mapping.Outcome;
import dev.kenshin.mapping.Rejection;
import dev.kenshin.warehouse.ModelRow;
import dev.kenshin.warehouse.ModelWriter;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.Step;

/** Turns the changed records of one stream into model rows, and sets aside those that cannot become one. */
final class MappingStep {
    private final Night night;
    private final CompiledMapping mapping;
    private final AccountDirectories accounts;
    private final ModelWriter writer;
    private @Nullable AccountDirectory directory;
    /** Whether nothing of the mapping was stored when the step began, so that there is nothing to replace. */
    private boolean anew;

    /** @param accounts asked when the step begins, since earlier steps decide who the accounts are */
    MappingStep(Night night, CompiledMapping mapping, AccountDirectories accounts) {
        this.night = night;
        this.mapping = mapping;
        this.accounts = accounts;
        this.writer = new ModelWriter(mapping.mapper().table(), mapping.config().name());
    }

    Step step(Steps steps) {
        return steps.chunked(name(), new MappingReader(night, this), chunk -> write(chunk.getItems()));
    }

    String stream() {
        return mapping.stream();
    }

    String mapping() {
        return mapping.config().name();
    }

    /**
     * How far the mapping got. Where it ran in another form, or rows of it that were set aside may have to come back,
     * everything it made is removed first.
     */
    Mapped begin(Connection connection) throws SQLException {
        directory = mapping.ofAccounts()
                ? AccountDirectories.nobody()
                : accounts.forLinks(name(), mapping.source(), mapping.config().account());
        Mapped known = Mapped.of(connection, mapping.config().name()).orElse(new Mapped("", 0));
        boolean asBefore = known.hash().equals(form())
                && !AccountStep.hasSetAside(connection, mapping.config().name());
        anew = !asBefore || known.through() == 0;
        if (asBefore) {
            return known;
        }
        connection.setAutoCommit(false);
        ModelStep.clear(connection, night.plan(), mapping.config().name());
        Mapped fresh = new Mapped(form(), 0);
        fresh.save(connection, mapping.config().name());
        connection.commit();
        connection.setAutoCommit(true);
        return fresh;
    }

    /** Maps all that is to be read in one go, which is for streams of a few records. */
    void writeAll(MappingReader reader) throws SQLException {
        List<LandedRecord> records = new ArrayList<>();
        for (LandedRecord next = reader.read(); next != null; next = reader.read()) {
            records.add(next);
        }
        if (!records.isEmpty()) {
            write(records);
        }
    }

    void write(List<? extends LandedRecord> chunk) throws SQLException {
        Connection connection = night.inTransaction();
        List<String> keys = new ArrayList<>(chunk.size());
        List<ModelRow> rows = new ArrayList<>(chunk.size());
        List<QuarantineRow> rejected = new ArrayList<>();
        for (LandedRecord landed : chunk) {
            keys.add(landed.key());
            if (!landed.deleted()) {
                map(landed, rows, rejected);
            }
        }
        keep(connection, keys, rows, rejected);
        long last = chunk.get(chunk.size() - 1).versionId();
        new Mapped(form(), last).save(connection, mapping.config().name());
        night.log().count(name(), "mapped", rows.size());
        night.log()
                .count(
                        name(),
                        "quarantined",
                        rejected.stream().map(QuarantineRow::key).distinct().count());
    }

    private void keep(Connection connection, List<String> keys, List<ModelRow> rows, List<QuarantineRow> rejected)
            throws SQLException {
        if (anew) {
            writer.add(connection, rows);
            Quarantine.add(connection, stream(), mapping.config().name(), rejected);
        } else {
            writer.replace(connection, keys, rows);
            Quarantine.replace(connection, stream(), mapping.config().name(), keys, rejected);
        }
    }

    private void map(LandedRecord landed, List<ModelRow> rows, List<QuarantineRow> rejected) {
        Outcome outcome = mapping.mapper().map(landed.record(), directory());
        if (outcome instanceof Outcome.MappedRow row) {
            rows.add(new ModelRow(landed.key(), row.linkedBy(), row.values()));
        } else {
            for (Rejection rejection : ((Outcome.Rejected) outcome).rejections()) {
                rejected.add(new QuarantineRow(
                        landed.key(),
                        rejection.place(),
                        rejection.field(),
                        rejection.value(),
                        rejection.code(),
                        rejection.reason(),
                        rejection.fix()));
            }
        }
    }

    String name() {
        return "map " + mapping.config().name();
    }

    private AccountDirectory directory() {
        return Objects.requireNonNull(directory);
    }

    /** A mapping is as it was only if the accounts that it links to are, too. */
    private String form() {
        return mapping.ofAccounts()
                ? mapping.config().hash()
                : mapping.config().hash() + directory().fingerprint();
    }
}
