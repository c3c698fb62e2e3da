package dev.kenshin.job;

import dev.kenshin.landing.Extract;
import dev.kenshin.landing.Landing;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Stages a full extract until it is complete; lands an incremental one chunk by chunk, each with its cursor. The stage
 * holds what has not landed, and nothing else: an extract may turn out to be incremental only after its first chunks.
 */
final class ExtractWriter implements ItemWriter<SourceItem> {
    private final Night night;
    private final StreamStep step;
    private final ExtractReader reader;

    ExtractWriter(Night night, StreamStep step, ExtractReader reader) {
        this.night = night;
        this.step = step;
        this.reader = reader;
    }

    @Override
    public void write(Chunk<? extends SourceItem> chunk) throws SQLException {
        Connection connection = night.inTransaction();
        String stream = step.stream();
        stage(connection, chunk);
        if (!reader.full()) {
            step.judgePart();
            step.count(Landing.land(
                    connection, stream, step.time(), Extract.part(reader.cursor(), step.freshnessColumn())));
            Landing.begin(connection, stream);
        }
    }

    private void stage(Connection connection, Chunk<? extends SourceItem> chunk) throws SQLException {
        List<SourceRecord> records = new ArrayList<>(chunk.size());
        List<BrokenRecord> broken = new ArrayList<>();
        for (SourceItem item : chunk) {
            if (item instanceof SourceRecord record) {
                records.add(record);
            } else {
                broken.add((BrokenRecord) item);
            }
        }
        Landing.stage(connection, step.stream(), records);
        Landing.quarantine(connection, step.stream(), broken);
    }
}
