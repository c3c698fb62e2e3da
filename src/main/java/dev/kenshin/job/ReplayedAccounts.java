package dev.kenshin.job;

import dev.kenshin.job.ReplayedAccount.Reason;
import dev.kenshin.job.ReplayedAccount.State;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Figures;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the old and the new scores of a date side by side. */
final class ReplayedAccounts {
    /** Four relations take the place of what is in braces. The reason is what moved the health its way most. */
    private static final String SELECT = """
            with past as (from {past} where as_of = $1),
            now as (from {now} where as_of = $1),
            account as (
                select distinct on (account_id) account_id, name, owner
                from kept.model.account order by account_id, mapping, record_key
            ),
            pair as (
                select
                    account_id,
                    past.account_id is not null as there_past, past.scorecard as scorecard_past,
                    past.scorecard_hash as hash_past, past.health as health_past, past.level as level_past,
                    past.coverage as coverage_past,
                    now.account_id is not null as there_now, now.scorecard as scorecard_now,
                    now.scorecard_hash as hash_now, now.health as health_now, now.level as level_now,
                    now.coverage as coverage_now,
                    now.health - past.health as change
                from past full join now using (account_id)
            ),
            move as (
                select
                    account_id,
                    metric,
                    now.metric is not null as stays,
                    past.score as score_past,
                    now.score as score_now,
                    coalesce(now.contribution, 0) - coalesce(past.contribution, 0) as points
                from (from {past_parts} where as_of = $1) past
                full join (from {now_parts} where as_of = $1) now using (account_id, metric)
            ),
            reason as (
                select distinct on (account_id) move.*
                from move join pair using (account_id)
                where points * sign(change) > 1e-9
                order by account_id, points * sign(change) desc, metric
            )
            select pair.*, coalesce(account.name, account_id) as name, account.owner,
                reason.metric, reason.stays, reason.score_past, reason.score_now, reason.points
            from pair
            left join account using (account_id)
            left join reason using (account_id)
            order by change nulls last, account_id
            """;

    private static final Text BOUNDS = new Text("危険度の境界の変更", "the bounds of the levels");

    private final Connection connection;
    private final KeptSnapshots kept;
    private final ScoreWords words;
    private final Optional<String> furtherCard;

    /** @param furtherCard the card that scores besides; empty: what decides an account's health */
    ReplayedAccounts(Connection connection, KeptSnapshots kept, ScoreWords words, Optional<String> furtherCard) {
        this.connection = connection;
        this.kept = kept;
        this.words = words;
        this.furtherCard = furtherCard;
    }

    List<ReplayedAccount> on(LocalDate asOf) throws SQLException {
        String health = furtherCard.isPresent() ? "scorecard_health" : "account_health";
        String parts = furtherCard.isPresent() ? "scorecard_component" : "health_component";
        String sql = SELECT.replace("{past}", ofCard(kept.kept(health)))
                .replace("{now}", ofCard("memory.score." + health))
                .replace("{past_parts}", ofCard(kept.kept(parts)))
                .replace("{now_parts}", ofCard("memory.score." + parts));
        return Query.list(connection, this::account, sql, asOf);
    }

    private String ofCard(String relation) {
        return furtherCard
                .map(card -> "(from " + relation + " where scorecard = " + Quoted.text(card) + ")")
                .orElse(relation);
    }

    private ReplayedAccount account(ResultSet row) throws SQLException {
        Optional<State> past = state(row, "past");
        Optional<State> now = state(row, "now");
        return new ReplayedAccount(
                row.getString("account_id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("owner")),
                past,
                now,
                row.getString("metric") == null ? otherwise(past, now) : Optional.of(moved(row)));
    }

    private static Optional<State> state(ResultSet row, String when) throws SQLException {
        return row.getBoolean("there_" + when)
                ? Optional.of(new State(
                        Optional.ofNullable(row.getString("scorecard_" + when)),
                        Optional.ofNullable(row.getString("hash_" + when)),
                        number(row, "health_" + when),
                        row.getString("level_" + when),
                        row.getDouble("coverage_" + when)))
                : Optional.empty();
    }

    private Reason moved(ResultSet row) throws SQLException {
        String key = row.getString("metric");
        boolean stays = row.getBoolean("stays");
        String card = row.getString(stays ? "scorecard_now" : "scorecard_past");
        Text label = words.contribution(card, key);
        Text scores = scores(number(row, "score_past"), number(row, "score_now"));
        return new Reason(new Text(label.ja() + scores.ja(), label.en() + scores.en()), row.getDouble("points"));
    }

    /** Where the score is the same, weights or coverage are what changed. */
    private static Text scores(OptionalDouble past, OptionalDouble now) {
        Text before = score(past);
        Text anew = score(now);
        return before.equals(anew)
                ? new Text(" " + anew.ja(), " " + anew.en())
                : new Text(" " + before.ja() + " → " + anew.ja(), " " + before.en() + " → " + anew.en());
    }

    private static Text score(OptionalDouble score) {
        return score.isEmpty()
                ? new Text("なし", "none")
                : new Text(points(score.getAsDouble()) + "点", "score " + points(score.getAsDouble()));
    }

    private static String points(double points) {
        return Figures.of(points, "").en();
    }

    /** Without a component that moved the health there are other ways to get to another level. */
    private static Optional<Reason> otherwise(Optional<State> past, Optional<State> now) {
        if (past.isEmpty() || now.isEmpty()) {
            return Optional.of(new Reason(
                    past.isEmpty()
                            ? new Text("新たに対象となった", "the scorecard applies now")
                            : new Text("対象でなくなった", "the scorecard no longer applies"),
                    0));
        }
        if (past.get().health().isPresent() != now.get().health().isPresent()) {
            return Optional.of(new Reason(coverage(past.get(), now.get()), 0));
        }
        return past.get().level().equals(now.get().level()) ? Optional.empty() : Optional.of(new Reason(BOUNDS, 0));
    }

    private static Text coverage(State past, State now) {
        String change = Figures.of(past.coverage(), "ratio").en() + " → "
                + Figures.of(now.coverage(), "ratio").en();
        return new Text("カバー率 " + change, "coverage " + change);
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
