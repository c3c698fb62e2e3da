package dev.kenshin.job;

import dev.kenshin.landing.Changes;
import dev.kenshin.landing.LandedRecord;
import dev.kenshin.landing.Mapped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The records that changed since the mapping last ran; all of them where the mapping itself, or its links, changed. */
final class MappingReader implements CountedReader<LandedRecord> {
    private final Night night;
    private final MappingStep step;
    private @Nullable Connection connection;
    private @Nullable Changes changes;
    private long given;

    MappingReader(Night night, MappingStep step) {
        this.night = night;
        this.step = step;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            connection = night.warehouse().connection();
            Mapped mapped = step.begin(connection);
            changes = Changes.of(connection, step.stream(), mapped.through());
            given = Changes.count(connection, step.stream(), mapped.through());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable LandedRecord read() throws SQLException {
        return changes == null ? null : changes.next().orElse(null);
    }

    /** As the landing area tells, whatever was read. */
    @Override
    public long given() {
        return given;
    }

    /** Later chunks may have been kept, so that everything is mapped anew. */
    @Override
    public void lost() {
        try (Connection again = night.warehouse().connection()) {
            Mapped.forget(again, step.mapping());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
