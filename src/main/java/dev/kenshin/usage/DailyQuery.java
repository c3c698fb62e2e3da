package dev.kenshin.usage;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.kenshin.config.UsageConfig;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The one query that a database of events is asked, in its own dialect. */
final class DailyQuery {
    private static final int FETCH_SIZE = 10_000;
    private static final DataType<BigDecimal> SECONDS = SQLDataType.NUMERIC(18, 4);

    private final EventTable table;
    private final UsageConfig usage;
    private final ZoneId zone;
    private final DSLContext sql;

    DailyQuery(Connection conn, EventTable table, UsageConfig usage, ZoneId zone) {
        this.table = table;
        this.usage = usage;
        this.zone = zone;
        this.sql = DSL.using(conn);
    }

    /** Rows of account, user, day, event, number of events and seconds, streamed. */
    ResultSet run(LocalDate from, LocalDate asOf) {
        useZone();
        Field<LocalDateTime> time = table.column(usage.time()).coerce(SQLDataType.LOCALDATETIME);
        Field<String> account = text(EventColumns.account(usage));
        Field<String> user = text(usage.user());
        Field<LocalDate> day = cast(time, SQLDataType.LOCALDATE);
        Field<String> event = text(usage.event());
        return sql.select(account, user, day, event, count(), seconds())
                .from(DSL.table(table.name()))
                .where(time.ge(start(from)), time.lt(start(asOf.plusDays(1))))
                .groupBy(account, user, day, event)
                .fetchSize(FETCH_SIZE)
                .fetchResultSet();
    }

    /** A literal, since drivers bind times by way of the zone of this machine. */
    private static Field<LocalDateTime> start(LocalDate day) {
        return inline(day.atStartOfDay());
    }

    /** Times with a zone become days of the session's zone. */
    private void useZone() {
        boolean mysql = Set.of(SQLDialect.MYSQL, SQLDialect.MARIADB).contains(sql.family());
        sql.execute((mysql ? "set time_zone = " : "set time zone ") + sql.render(inline(zone.getId())));
    }

    private Field<BigDecimal> seconds() {
        return usage.seconds()
                .<Field<BigDecimal>>map(column -> sum(cast(table.column(column), SECONDS)))
                .orElseGet(() -> cast(inline((BigDecimal) null), SECONDS));
    }

    private Field<String> text(String column) {
        return cast(table.column(column), SQLDataType.VARCHAR);
    }
}
