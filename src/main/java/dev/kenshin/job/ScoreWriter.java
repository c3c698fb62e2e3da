package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.score.Assessment;
import dev.kenshin.score.ComponentScore;
import dev.kenshin.score.Driver;
import dev.kenshin.score.FiredOverride;
import dev.kenshin.score.Health;
import dev.kenshin.score.ManualOverride;
import dev.kenshin.score.Scorecard;
import dev.kenshin.score.Value;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the scores of one as-of date, in place of those that were there. */
final class ScoreWriter implements AutoCloseable {
    /** The group under which overrides stand among the components, so that contributions sum to health − 100. */
    static final String OVERRIDES = "override";

    private static final int DRIVERS = 3;

    private final LocalDate asOf;
    private final DataStates states;
    private final BulkWriter accounts;
    private final BulkWriter components;

    private ScoreWriter(LocalDate asOf, DataStates states, BulkWriter accounts, BulkWriter components) {
        this.asOf = asOf;
        this.states = states;
        this.accounts = accounts;
        this.components = components;
    }

    static ScoreWriter replacing(Connection connection, LocalDate asOf, DataStates states) throws SQLException {
        Query.update(connection, "delete from score.account_health where as_of = ?", asOf);
        Query.update(connection, "delete from score.health_component where as_of = ?", asOf);
        return new ScoreWriter(
                asOf,
                states,
                BulkWriter.into(connection, "score", "account_health"),
                BulkWriter.into(connection, "score", "health_component"));
    }

    /** Forgets what scorecards scored besides on that date. */
    static void forgetFurther(Connection connection, LocalDate asOf) throws SQLException {
        Query.update(connection, "delete from score.scorecard_health where as_of = ?", asOf);
        Query.update(connection, "delete from score.scorecard_component where as_of = ?", asOf);
    }

    /** Adds the scores of a scorecard that scores besides; they are kept apart, so that an account has one health. */
    static ScoreWriter adding(Connection connection, LocalDate asOf, DataStates states, FurtherCard further)
            throws SQLException {
        return new ScoreWriter(
                asOf,
                states,
                BulkWriter.into(connection, "score", "scorecard_health").startingWith(further.kind()),
                BulkWriter.into(connection, "score", "scorecard_component")
                        .startingWith(further.card().name()));
    }

    /** For an account that no scorecard applies to. */
    void unscored(String account) throws SQLException {
        List<@Nullable Object> row =
                new ArrayList<>(Arrays.asList(asOf, account, null, null, null, null, Health.UNKNOWN, 0.0));
        for (int i = 0; i < 3 + 4 * DRIVERS; i++) {
            row.add(null);
        }
        row.add(0.0);
        row.addAll(Arrays.asList(Health.UNKNOWN, null, null, null, null, Health.UNKNOWN));
        row.addAll(Arrays.asList(null, null, null, null, Health.UNKNOWN, null, null));
        addData(row, Optional.empty());
        accounts.row(row.toArray());
    }

    void write(Scorecard card, Assessment assessment, List<Driver> losses, List<Driver> moves) throws SQLException {
        Health health = assessment.health();
        Optional<FiredOverride> decided = health.decidingOverride();
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                asOf,
                health.accountId(),
                card.name(),
                card.hash(),
                number(health.health()),
                number(health.beforeOverrides()),
                assessment.level(),
                health.coverage(),
                decided.map(FiredOverride::name).orElse(null),
                decided.map(fired -> fired.reason().ja()).orElse(null),
                decided.map(fired -> fired.reason().en()).orElse(null)));
        addWords(row, losses, Text::ja);
        addWords(row, losses, Text::en);
        addWords(row, moves, Text::ja);
        addWords(row, moves, Text::en);
        row.add(health.confidence());
        addAssessment(row, assessment);
        addData(row, states.of(card, health));
        accounts.row(row.toArray());
        writeComponents(health);
    }

    private static void addAssessment(List<@Nullable Object> row, Assessment assessment) {
        row.addAll(Arrays.asList(
                assessment.levelByHealth(),
                assessment.readings(),
                assessment.held().map(Text::ja).orElse(null),
                assessment.held().map(Text::en).orElse(null),
                number(assessment.computedHealth()),
                assessment.computedLevel()));
        Optional<ManualOverride> manual = assessment.manual();
        row.addAll(Arrays.asList(
                manual.map(ManualOverride::author).orElse(null),
                manual.map(ManualOverride::reason).orElse(null),
                manual.map(ManualOverride::setOn).orElse(null),
                manual.map(ManualOverride::expiresOn).orElse(null),
                assessment.riskLevel(),
                assessment.mainEscalation().map(each -> each.reason().ja()).orElse(null),
                assessment.mainEscalation().map(each -> each.reason().en()).orElse(null)));
    }

    private static void addData(List<@Nullable Object> row, Optional<DataState> data) {
        row.add(
                data.isPresent() && data.get().ageDays().isPresent()
                        ? data.get().ageDays().getAsInt()
                        : null);
        row.add(data.map(DataState::staleSources)
                .filter(stale -> !stale.isEmpty())
                .map(stale -> String.join(", ", stale))
                .orElse(null));
        row.add(data.map(DataState::status).orElse(null));
    }

    private void writeComponents(Health health) throws SQLException {
        int position = 0;
        for (ComponentScore component : health.components()) {
            position++;
            components.row(
                    asOf,
                    health.accountId(),
                    position,
                    component.component().group(),
                    component.key(),
                    known(component.value().number()),
                    component.value() instanceof Value.Word word ? word.text() : null,
                    number(component.score()),
                    component.component().weight(),
                    component.effectiveWeight(),
                    component.contribution(),
                    component.status().word(),
                    component.dataAgeDays().isPresent()
                            ? component.dataAgeDays().getAsInt()
                            : null,
                    component.component().metric(),
                    component.component().per().orElse(null),
                    component.value() instanceof Value.Rate rate ? rate.per() : null,
                    component.freshness());
        }
        for (FiredOverride fired : health.overrides()) {
            position++;
            components.row(
                    asOf,
                    health.accountId(),
                    position,
                    OVERRIDES,
                    fired.key(),
                    fired.limit(),
                    null,
                    fired.after(),
                    0.0,
                    0.0,
                    fired.contribution(),
                    fired.before() == fired.after() ? "no-effect" : "applied",
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    @Override
    public void close() throws SQLException {
        accounts.close();
        components.close();
    }

    private static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static void addWords(List<@Nullable Object> row, List<Driver> drivers, Function<Text, String> language) {
        for (int i = 0; i < DRIVERS; i++) {
            row.add(i < drivers.size() ? language.apply(drivers.get(i).words()) : null);
        }
    }
}
