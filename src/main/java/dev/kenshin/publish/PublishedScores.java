package dev.kenshin.publish;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** Makes sure that every score of a snapshot is published: in the tables of scores there is one row for each. */
final class PublishedScores {
    private static final Map<String, String> SCORES = Map.of(
            "account_health", "select count(*) from score.account_health where as_of = ?",
            "scorecard_health", "select count(*) from score.scorecard_health where as_of = ? and kind = 'further'");

    private final Connection warehouse;
    private final LocalDate asOf;

    PublishedScores(Connection warehouse, LocalDate asOf) {
        this.warehouse = warehouse;
        this.asOf = asOf;
    }

    static boolean areIn(String table) {
        return SCORES.containsKey(table);
    }

    /**
     * Compares.
     *
     * @param found rows of the date in the published table
     * @throws IncompletePublication if there are other than scores of the snapshot
     */
    void check(String table, long found) throws SQLException {
        try (PreparedStatement statement = warehouse.prepareStatement(Objects.requireNonNull(SCORES.get(table)))) {
            statement.setObject(1, asOf);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) != found) {
                    throw new IncompletePublication(table, row.getLong(1), found);
                }
            }
        }
    }

    /** How many rows a CSV file has below its header; a line that ends within quotes ends no row. */
    static long rows(Path csv) throws IOException {
        long ends = 0;
        boolean quoted = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(csv), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                quoted ^= next == '"';
                ends += next == '\n' && !quoted ? 1 : 0;
            }
        }
        return ends - 1;
    }
}
