package dev.kenshin.guess;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first rows of a Parquet file, read by the engine that will aggregate it. */
final class ParquetSample {
    private ParquetSample() {}

    static Sample of(SourceFile file, int rows) throws SQLException {
        Path folder = Objects.requireNonNull(file.path().toAbsolutePath().getParent());
        try (Warehouse engine = Warehouse.inMemory(List.of(folder));
                Connection connection = engine.connection()) {
            List<SourceRecord> records = Query.list(
                    connection,
                    row -> new SourceRecord("", fields(row), Place.of(file.shortName())),
                    "select * from read_parquet(?) limit ?",
                    file.path().toAbsolutePath().normalize().toString(),
                    rows);
            return new Sample(records, 0, records.size() < rows);
        }
    }

    private static Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            fields.put(row.getMetaData().getColumnLabel(i), plain(row.getObject(i)));
        }
        return fields;
    }

    /** As the source contract has values. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime();
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        boolean known = value == null
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalDateTime;
        return known ? value : String.valueOf(value);
    }
}
