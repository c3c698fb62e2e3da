package dev.kenshin.job;

import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Gap;
import dev.kenshin.job.Explanation.Next;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.score.Ascent;
import dev.kenshin.score.FiredOverride;
import dev.kenshin.score.Health;
import dev.kenshin.score.Measurement;
import dev.kenshin.score.Raise;
import dev.kenshin.score.Reading;
import dev.kenshin.score.Scorecard;
import dev.kenshin.score.Status;
import dev.kenshin.score.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Asks the scorecard of a kept score what another measurement would make of it. */
final class WhatIf {
    /** Kept figures are exact; what differs by more was computed in another way. */
    private static final double EXACT = 1e-6;

    private final ScoreWords words;

    WhatIf(ScoreWords words) {
        this.words = words;
    }

    /** Empty unless the score can be computed again exactly. */
    Optional<Next> next(String account, Score score) {
        if (score.changedSince() || score.health().isEmpty()) {
            return Optional.empty();
        }
        return words.scorecard(score.scorecard()).flatMap(card -> next(card, reading(account, card, score), score));
    }

    private Optional<Next> next(Scorecard card, Reading reading, Score score) {
        return same(card.score(reading), score) ? Ascent.of(card, reading).map(this::next) : Optional.empty();
    }

    private static boolean same(Health again, Score kept) {
        return again.beforeOverrides().isPresent()
                && Math.abs(again.beforeOverrides().getAsDouble()
                                - kept.beforeOverrides().orElseThrow())
                        <= EXACT
                && Math.abs(again.health().orElseThrow() - kept.health().orElseThrow()) <= EXACT;
    }

    private Next next(Ascent ascent) {
        return new Next(
                ascent.level(),
                words.term("level", ascent.level()),
                ascent.from(),
                ascent.inTheWay().stream().map(FiredOverride::words).toList(),
                ascent.onlyOverrides(),
                ascent.raises().stream().map(WhatIf::raise).toList(),
                ascent.best().map(WhatIf::raise));
    }

    private static Explanation.Raise raise(Raise raise) {
        return new Explanation.Raise(
                raise.key(),
                raise.words(),
                raise.relation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                raise.value(),
                raise.word().isEmpty() ? Optional.empty() : Optional.of(raise.word()),
                raise.scoreNow(),
                raise.scoreThen(),
                raise.health());
    }

    private static Reading reading(String account, Scorecard card, Score score) {
        Map<String, Component> kept = new HashMap<>();
        score.components().forEach(component -> kept.put(component.metric(), component));
        List<Measurement> measurements = card.components().stream()
                .map(component -> Optional.ofNullable(kept.get(component.name()))
                        .map(WhatIf::measurement)
                        .orElse(Measurement.fresh(Value.UNKNOWN)))
                .toList();
        return new Reading(
                account,
                measurements,
                score.overrides().stream().map(Rule::name).collect(Collectors.toSet()));
    }

    /** A score that stood in for a missing one does so again, and a rank that was kept as the score is one again. */
    private static Measurement measurement(Component kept) {
        boolean lastKnown =
                kept.status().equals(Status.LAST_KNOWN.word()) || kept.status().equals(Status.STALE_LAST_KNOWN.word());
        return new Measurement(
                value(kept),
                kept.old() && kept.dataAgeDays().isEmpty() ? OptionalInt.of(Measurement.NO_DATA) : kept.dataAgeDays(),
                kept.present() ? kept.score() : OptionalDouble.empty(),
                lastKnown ? Optional.of(new Measurement.LastKnown(kept.score().orElseThrow(), 0)) : Optional.empty());
    }

    private static Value value(Component kept) {
        if (kept.text().isPresent()) {
            return Value.of(kept.text().get());
        }
        double number = kept.value().orElse(Double.NaN);
        double per = kept.per().orElse(Double.NaN);
        return Double.isNaN(per) ? Value.of(number) : Value.of(number * per, per);
    }

    /** What keeps the account from having a health; empty where it has one. */
    static Optional<Gap> gap(Score score) {
        if (score.health().isPresent() || score.minimumCoverage().isEmpty()) {
            return Optional.empty();
        }
        List<Component> lacking = score.components().stream()
                .filter(component -> !component.covered() && component.weight() > 0)
                .sorted(Comparator.comparingDouble((Component each) -> -each.weight())
                        .thenComparing(Component::metric))
                .toList();
        double needed = score.minimumCoverage().getAsDouble();
        double reached = score.coverage();
        int enough = 0;
        while (enough < lacking.size() && reached < needed - EXACT) {
            reached += lacking.get(enough++).weight();
        }
        return Optional.of(new Gap(score.coverage(), needed, enough, lacking));
    }
}
