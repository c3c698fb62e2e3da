package dev.kenshin.job;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.score.ManualOverride;
import dev.kenshin.score.Scorecard;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells of overrides by hand that no longer count, or cannot. */
record OverrideFindings(Night night, String step) {
    /**
     * What counted at the snapshot before, where nothing does any longer: so that each is told once, also where a date is
     * computed again, and none that was replaced or extended.
     */
    private static final String EXPIRED = """
            select *
            from (%s) past
            anti join (%s) now using (account_id)
            order by account_id
            """.formatted(
                    ManualOverrides.inForce("(select max(as_of) from score.account_health where as_of < $1)"),
                    ManualOverrides.inForce("$1"));

    private record Expired(
            String account, String author, LocalDate setOn, LocalDate expiresOn, String mapping, String key) {
        static Expired read(ResultSet row) throws SQLException {
            return new Expired(
                    row.getString("account_id"),
                    row.getString("author"),
                    row.getObject("set_on", LocalDate.class),
                    row.getObject("expires_on", LocalDate.class),
                    row.getString("mapping"),
                    row.getString("record_key"));
        }
    }

    /** Tells of those that have expired since the snapshot before, and left the account to its computed score. */
    void tellExpired(Connection connection) throws SQLException {
        for (Expired override : Query.list(connection, Expired::read, EXPIRED, night.asOf())) {
            night.log().problem(step, expired(override, place(connection, override)));
        }
    }

    private static Problem expired(Expired override, String place) {
        return Problem.warning(
                "KEN-J40",
                new Location.Named(place),
                new Text(
                        "顧客「%s」の手動の上書き(%s、%s から)は %s で期限が切れ、計算した値に戻りました。"
                                .formatted(
                                        override.account(), override.author(), override.setOn(), override.expiresOn()),
                        "the override of account '%s' by %s, set on %s, expired on %s; the computed score counts again."
                                .formatted(
                                        override.account(), override.author(), override.setOn(), override.expiresOn())),
                new Text(
                        "まだ必要なら新しい期限で入れ直し、不要なら行を消してください。",
                        "If it is still needed, set it anew with another expiry; else remove the row."));
    }

    /** An override whose level the account's card does not have, which therefore does not count. */
    void tellUnknownLevel(String account, ManualOverride override, Scorecard card, List<String> levels) {
        String level = override.level().orElse("");
        night.log()
                .problem(
                        step,
                        Problem.warning(
                                "KEN-J41",
                                new Location.Named("health_override"),
                                new Text(
                                        "顧客「%s」の手動の上書き(%s)のレベル「%s」は、スコアカード「%s」にありません。"
                                                .formatted(account, override.author(), level, card.name()),
                                        "the override of account '%s' by %s asks for level '%s', which scorecard '%s' does not have."
                                                .formatted(account, override.author(), level, card.name())),
                                new Text(
                                        "使えるもの: " + String.join(", ", levels) + "。マッピングの values で読み替えられます。",
                                        "Use one of: " + String.join(", ", levels)
                                                + "; 'values' in the mapping can translate.")));
    }

    /** Where the source holds the row; the table where no mapping made it. */
    private String place(Connection connection, Expired override) throws SQLException {
        Optional<String> stream = night.plan().mappings().stream()
                .filter(mapping -> mapping.config().name().equals(override.mapping()))
                .findFirst()
                .map(CompiledMapping::stream);
        return stream.isEmpty()
                ? "health_override"
                : Query.first(
                                connection,
                                row -> row.getString(1),
                                "select place from landing.record where stream = ? and key = ? and superseded_at is null",
                                stream.get(),
                                override.key())
                        .orElse("health_override");
    }
}
