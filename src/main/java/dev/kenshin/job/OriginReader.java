package dev.kenshin.job;

import dev.kenshin.config.MappingConfig;
import dev.kenshin.job.Explanation.Origin;
import dev.kenshin.job.Explanation.Place;
import dev.kenshin.metric.MetricRows;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.usage.UsageState;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Looks up where the rows of one account come from. */
final class OriginReader {
    private static final int PLACES = 3;

    private static final String RECORDS = """
            select record.place, record.seen_at, chosen.time, chosen.rows
            from (
                select record_key, cast(%1$s as date) as time, count(*) over () as rows
                from model."%2$s"
                where mapping = ? and account_id = ? and (%3$s)
                order by time desc nulls last, record_key
                limit %4$d
            ) chosen
            left join landing.record record
                on record.stream = ? and record.key = chosen.record_key and record.superseded_at is null
            order by chosen.time desc nulls last, chosen.record_key
            """;

    private static final String USAGE = """
            select path, modified, max(day) as newest, any_value(days) as days, any_value(total) as total
            from (
                select part_id, path, modified, day, count(distinct day) over () as days,
                    cast(sum(events) over () as bigint) as total
                from (
                    select part_id, day, sum(events) as events
                    from usage.daily daily join usage.account_key key using (source, account_key)
                    where daily.source = ? and account_id = ? and (%s)
                    group by part_id, day
                ) join usage.part using (part_id)
            )
            group by path, modified
            order by newest desc, path
            limit %d
            """;

    private final Connection connection;

    OriginReader(Connection connection) {
        this.connection = connection;
    }

    /** A row of an answer: where, when, of which date, and of how many in all. */
    private record Found(Optional<Place> place, Optional<LocalDate> date, long rows, OptionalInt days) {}

    /** What a mapping made of its stream's records. */
    Origin records(String account, MetricRows rows, MappingConfig mapping) throws SQLException {
        ModelTable table = Model.table(rows.table()).orElseThrow();
        String stream = mapping.from().name();
        String time = table.time().map(column -> '"' + column + '"').orElse("null");
        List<Found> found = Query.list(
                connection,
                row -> new Found(
                        place(row.getString(1), row.getObject(2, LocalDateTime.class)),
                        date(row, 3),
                        row.getLong(4),
                        OptionalInt.empty()),
                RECORDS.formatted(time, table.name(), rows.where(), PLACES),
                mapping.name(),
                account,
                stream);
        return origin(table, stream, found, dataDate(stream));
    }

    /** What the product tells. */
    Origin usage(String account, LocalDate asOf, MetricRows rows, String source) throws SQLException {
        List<Found> found = Query.list(
                connection,
                row -> new Found(
                        place(row.getString(1), row.getObject(2, LocalDateTime.class)),
                        date(row, 3),
                        row.getLong(5),
                        OptionalInt.of(row.getInt(4))),
                USAGE.formatted(rows.where(), PLACES),
                source,
                account);
        return origin(Model.USAGE_DAILY, source, found, UsageState.lastDay(connection, source, asOf));
    }

    private static Origin origin(ModelTable table, String stream, List<Found> found, Optional<LocalDate> dataDate) {
        Optional<Found> newest = found.stream().findFirst();
        return new Origin(
                table.name(),
                table.label(),
                stream,
                newest.map(Found::rows).orElse(0L),
                newest.map(Found::days).orElse(OptionalInt.empty()),
                newest.flatMap(Found::date),
                dataDate,
                found.stream().flatMap(each -> each.place().stream()).toList());
    }

    private Optional<LocalDate> dataDate(String stream) throws SQLException {
        return Query.list(
                        connection,
                        row -> date(row, 1),
                        "select data_date from landing.stream where stream = ?",
                        stream)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> date(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<Place> place(@Nullable String place, @Nullable LocalDateTime at) {
        return place == null || at == null ? Optional.empty() : Optional.of(new Place(place, instant(at)));
    }

    /** The warehouse keeps times in UTC. */
    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
