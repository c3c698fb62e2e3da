package dev.kenshin.usage;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Database;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/**
 * Aggregates events in the database that holds them. Asks only for the days that are new, and for as many days before as
 * events may come late; these days are replaced as a whole.
 */
final class DatabaseUsage {
    private static final int SCALE = 4;

    private final Connection conn;
    private final Parts parts;
    private final UsageConfig usage;
    private final ZoneId zone;
    private final Secrets secrets;
    private final String table;
    private final String definition;
    private final Suppression suppression;
    private long told;
    private long rejected;

    DatabaseUsage(
            Connection conn, Parts parts, UsageConfig usage, ZoneId zone, Secrets secrets, Suppression suppression) {
        this.conn = conn;
        this.parts = parts;
        this.usage = usage;
        this.zone = zone;
        this.secrets = secrets;
        this.table = usage.options().text("table").orElseThrow();
        this.definition = EventColumns.definition(usage, zone);
        this.suppression = suppression;
    }

    UsageResult aggregate(LocalDate asOf) throws SQLException, UsageUnavailable {
        Optional<Part> known = current();
        int id = known.isPresent() ? known.get().id() : parts.newIds(1).get(0);
        // where nothing could be used so far, what was mended since may be of any day
        LocalDate from = parts.lastDay(Parts.END).isEmpty()
                ? Parts.BEGINNING
                : known.map(part -> from(part, asOf)).orElse(Parts.BEGINNING);
        parts.removeDays(id, from, asOf);
        read(id, from, asOf);
        long events = parts.noteDays(List.of(id), from, asOf);
        EventsLost.check(told, events + rejected + suppression.events());
        save(id, known, asOf);
        List<QuarantineRow> examples = rejected == 0 ? List.of() : List.of(Rejections.withoutKey(table, rejected));
        Quarantine.replace(conn, usage.name(), Quarantine.UNMAPPED, List.of(table), examples);
        return new UsageResult(
                known.isPresent() ? 0 : 1, known.isPresent() ? 1 : 0, 0, events, rejected, parts.lastDay(asOf));
    }

    /** The part so far; whatever was read with another definition is removed. */
    private Optional<Part> current() throws SQLException {
        Optional<Part> current = Optional.empty();
        for (Part part : parts.all()) {
            if (part.path().equals(table) && part.definition().equals(definition)) {
                current = Optional.of(part);
            } else {
                parts.remove(List.of(part.id()));
            }
        }
        return current;
    }

    private LocalDate from(Part part, LocalDate asOf) {
        LocalDate next = part.modified().toLocalDate();
        return (next.isAfter(asOf) ? asOf.plusDays(1) : next).minusDays(usage.lateDays());
    }

    private void save(int id, Optional<Part> known, LocalDate asOf) throws SQLException {
        LocalDate end = asOf.plusDays(1);
        LocalDate through = known.map(part -> part.modified().toLocalDate())
                .filter(end::isBefore)
                .orElse(end);
        if (known.isPresent()) {
            Query.update(conn, "delete from usage.part where part_id = ?", id);
        }
        parts.save(List.of(new Part(id, table, 0, through.atStartOfDay(), definition, rejected)));
    }

    /** The login of the connection is not called user, since that names the column with the user's id. */
    private Database database() {
        Yaml.Mapping options = usage.options();
        return new Database(
                options.get("url").map(secrets::resolve).orElseThrow(),
                options.get("login").map(secrets::resolve),
                options.get("password").map(secrets::resolve));
    }

    private void read(int id, LocalDate from, LocalDate asOf) throws SQLException, UsageUnavailable {
        Database database = database();
        try (Connection foreign = database.connect();
                ResultSet rows = query(foreign).run(from, asOf);
                DailyRows daily = DailyRows.into(conn)) {
            while (rows.next()) {
                write(id, rows, daily);
            }
        } catch (SQLException | DataAccessException e) {
            throw new UsageUnavailable(unreachable(database, e));
        }
    }

    private DailyQuery query(Connection foreign) throws SQLException, UsageUnavailable {
        return new DailyQuery(foreign, EventTable.find(foreign, usage, table), usage, zone);
    }

    private void write(int id, ResultSet row, DailyRows daily) throws SQLException {
        String account = row.getString(1);
        String user = row.getString(2);
        LocalDate day = row.getObject(3, LocalDate.class);
        int events = row.getInt(5);
        told += events;
        if (account == null || account.isEmpty() || user == null || user.isEmpty() || day == null) {
            rejected += events;
            return;
        }
        if (suppression.takes(account, user, events)) {
            return;
        }
        BigDecimal seconds = row.getBigDecimal(6);
        daily.add(
                id,
                usage.name(),
                account,
                user,
                day,
                row.getString(4),
                events,
                seconds == null ? null : seconds.setScale(SCALE, RoundingMode.HALF_UP));
    }

    /** The exception itself is not kept, since drivers like to quote credentials. */
    private Problem unreachable(Database database, Exception cause) {
        String said = database.words(cause);
        return Problem.error(
                "KEN-U05",
                new Location.Named(usage.name() + " (" + database + ")"),
                new Text(
                        "「%s」を集計できません: %s".formatted(table, said),
                        "'%s' cannot be aggregated: %s".formatted(table, said)),
                new Text(
                        "データベースが動いているか、url・user・password・table を確認してください。",
                        "Check that the database is up, and url, user, password and table of the usage source."));
    }
}
