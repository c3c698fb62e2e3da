package dev.kenshin.metric;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.config.Sql;
import dev.kenshin.problem.Problems;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The columns that decide: the classes of segments, and the conditions of scorecards. Unknown counts as not true. */
final class Conditions {
    private final List<Field<?>> segments = new ArrayList<>();
    private final List<Field<?>> conditions = new ArrayList<>();
    private final Binder binder;
    private final Problems problems;
    private final SqlReader reader;
    private Scope scope;

    Conditions(Scope scope, Binder binder, Problems problems) {
        this.scope = scope;
        this.binder = binder;
        this.problems = problems;
        this.reader = new SqlReader(problems);
    }

    /** In order: each may use those before it. */
    List<Field<?>> segments() {
        return segments;
    }

    List<Field<?>> conditions() {
        return conditions;
    }

    void addSegment(SegmentConfig segment) throws SQLException {
        Optional<CaseConditionStep<String>> classes = Optional.empty();
        for (SegmentConfig.SegmentClass each : segment.classes()) {
            Condition when = condition(each.when());
            String name = each.name();
            classes = Optional.of(classes.map(step -> step.when(when, DSL.inline(name)))
                    .orElseGet(() -> DSL.when(when, DSL.inline(name))));
        }
        Field<String> otherwise = DSL.inline(segment.otherwise());
        Field<String> value =
                classes.<Field<String>>map(step -> step.otherwise(otherwise)).orElse(otherwise);
        segments.add(value.as(DSL.quotedName(segment.name())));
        know(segment.name());
    }

    void addScorecard(ScorecardConfig scorecard) {
        Condition applies = scorecard.appliesTo().map(this::condition).orElse(DSL.trueCondition());
        add(MetricPlan.applies(scorecard.name()), applies);
        scorecard
                .overrides()
                .forEach(rule -> add(MetricPlan.override(scorecard.name(), rule.name()), condition(rule.when())));
        scorecard
                .escalations()
                .forEach(rule -> add(MetricPlan.escalation(scorecard.name(), rule.name()), condition(rule.when())));
    }

    private void add(String name, Condition condition) {
        conditions.add(DSL.when(condition, DSL.inline(true))
                .otherwise(DSL.inline(false))
                .as(DSL.quotedName(name)));
    }

    private Condition condition(Sql sql) {
        Optional<Condition> condition = reader.condition(sql, scope).map(SqlReader.Read::part);
        condition.ifPresent(read -> check(sql, read));
        return condition.orElse(DSL.falseCondition());
    }

    /** Only where nothing else is wrong: otherwise the database would complain about metrics that it does not know. */
    private void check(Sql sql, Condition condition) {
        if (problems.hasErrors()) {
            return;
        }
        try {
            binder.checkKnown(condition);
        } catch (SQLException e) {
            new SqlProblems(sql, problems).rejected(DatabaseMessage.of(e));
        }
    }

    private void know(String segment) throws SQLException {
        Set<String> names = new LinkedHashSet<>(scope.columns());
        if (names.add(segment)) {
            scope = new Scope(scope.name(), names);
            binder.know(segment, MetricType.TEXT);
        }
    }
}
