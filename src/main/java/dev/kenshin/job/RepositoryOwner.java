package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.HomeId;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two homes from sharing one job repository on a server: they would take each other's nights for their own. The first home
 * that comes is written down there; others are refused.
 */
final class RepositoryOwner {
    private static final Logger LOG = LoggerFactory.getLogger(RepositoryOwner.class);
    private static final String TABLE = "KENSHIN_HOME";
    private static final int LONGEST = 1000;

    private record Owner(String id, String place) {}

    private RepositoryOwner() {}

    /**
     * Writes the home down where none is. A login that may not create the table goes without this protection.
     *
     * @throws NightFailure if another home is
     */
    static void claim(DataSource server, Home home, JobRepositoryServer repository) throws SQLException, IOException {
        try (Connection connection = server.getConnection()) {
            if (!JobRepositoryTables.exists(connection, TABLE) && !create(connection)) {
                return;
            }
            String id = HomeId.of(home);
            Owner owner =
                    owner(connection).or(() -> write(connection, home, id)).orElseThrow();
            if (!owner.id().equals(id)) {
                throw another(owner, repository);
            }
        }
    }

    private static boolean create(Connection connection) {
        try {
            Query.update(
                    connection,
                    "create table " + TABLE + " (ONLY_ROW integer not null primary key, ID varchar(36) not null,"
                            + " PLACE varchar(" + LONGEST + ") not null)");
            return true;
        } catch (SQLException e) {
            LOG.warn("No table {} can be created beside the job repository.", TABLE, e);
            return false;
        }
    }

    private static Optional<Owner> owner(Connection connection) throws SQLException {
        return Query.first(
                connection, row -> new Owner(row.getString(1), row.getString(2)), "select ID, PLACE from " + TABLE);
    }

    /** Two homes that come at once both write, and the key lets one through. */
    private static Optional<Owner> write(Connection connection, Home home, String id) {
        String place = home.directory().toAbsolutePath().normalize().toString();
        String shown = place.substring(0, Math.min(place.length(), LONGEST));
        try {
            Query.update(connection, "insert into " + TABLE + " (ONLY_ROW, ID, PLACE) values (1, ?, ?)", id, shown);
            return Optional.of(new Owner(id, shown));
        } catch (SQLException e) {
            try {
                return owner(connection);
            } catch (SQLException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private static NightFailure another(Owner owner, JobRepositoryServer repository) {
        return new NightFailure(
                ExitCode.FAILED,
                List.of(Problem.error(
                        "KEN-J19",
                        repository.at(),
                        new Text(
                                "ジョブの記録（repository）は別のホーム「" + owner.place() + "」のものです。何もせずに止めました。",
                                "the job repository belongs to another home, '" + owner.place()
                                        + "'; nothing was done."),
                        new Text(
                                "ホームごとに別のデータベースかスキーマを url に指定してください。そのホームがもうないなら、表 " + TABLE
                                        + " の行を削除すると、このホームのものになります。",
                                "Name a database or schema of its own in url. If that home is gone for good, delete the row of the table "
                                        + TABLE + ", and the repository becomes this home's."))));
    }
}
