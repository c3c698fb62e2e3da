package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.score.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Why one account has the health that one night gave it: every figure unrounded, as it was kept, with the words that
 * today's configuration has for it. Its JSON form is what {@code kenshin explain --json} prints.
 *
 * @param segments the class that the account belonged to that night, for each way to divide the accounts
 * @param facts who the account is now: owner, plan ...
 * @param score empty where no scorecard applied
 * @param assessment what stands beside the score; empty in snapshots of older releases
 * @param data how the data stood that the score was made of; empty where no scorecard applied, and in snapshots of older
 *     releases
 * @param scorecards what there is to apply; only where none did
 * @param previous the snapshot that it is compared with: the one before unless another was asked for, if there is one
 * @param change how health changed since then; empty where one of the two snapshots has no health
 * @param moves why it changed, the largest first; they sum to the change
 * @param next what would bring the account to the next level; empty where it has the highest or no health, where its
 *     scorecard has changed since, or where the score cannot be computed again from what was kept
 * @param gap what is missing for a health; only where a scorecard applies and there is none
 * @param origins where the numbers of the components come from; empty where the configuration has mistakes or no job uses
 *     the scorecard
 * @param history earlier snapshots, the newest first
 */
public record Explanation(
        AccountName account,
        LocalDate asOf,
        List<Fact> segments,
        List<Fact> facts,
        Optional<Score> score,
        Optional<AccountAssessment> assessment,
        Optional<Data> data,
        List<Scope> scorecards,
        Optional<Earlier> previous,
        Optional<Change> change,
        List<Move> moves,
        Optional<Next> next,
        Optional<Gap> gap,
        List<ComponentOrigin> origins,
        List<Past> history) {

    /** Something that is known of an account; {@code value} as it is kept, {@code words} as people say it. */
    public record Fact(String name, String value, Text label, Text words) {}

    /** A scorecard, and the condition under which it scores an account; absent: always. */
    public record Scope(String scorecard, Text label, Optional<String> appliesTo) {}

    /**
     * How the data stood that a score was made of.
     *
     * @param status {@code fresh}, {@code stale} or {@code partial}
     * @param ageDays of the oldest source
     * @param staleSources their names
     */
    public record Data(String status, Text label, OptionalInt ageDays, List<String> staleSources) {}

    /** A snapshot that came before; without a score where no scorecard applied, or the account was not there. */
    public record Earlier(LocalDate asOf, Optional<Score> score) {}

    /** The health of an account at an earlier date. */
    public record Past(LocalDate asOf, OptionalDouble health, Text level, Text scorecard) {}

    /**
     * By how much health changed.
     *
     * @param parts what the moves have of each kind
     * @param statuses the components whose data went missing, became old, or returned: why weights are others now
     * @param card what is another scorecard, or another version of one; empty where the card is the same
     */
    public record Change(double points, Parts parts, List<Text> statuses, Optional<Text> card) {}

    /**
     * What a move is due to; the parts sum to it.
     *
     * @param value something else was measured
     * @param status data went missing, became old, or returned
     * @param weight the same score counts for more or less, since others dropped out or returned, or another part decided
     * @param override a rule fired, ceased to, or took another number of points
     * @param card the scorecard is another one
     */
    public record Parts(double value, double status, double weight, double override, double card) {}

    /**
     * By how much one component or override moved health.
     *
     * @param key the component's name, or {@code override:<rule>}
     * @param parts sum to {@code points}
     * @param why what there was, and what there is
     */
    public record Move(String key, Text label, double points, Parts parts, Text why) {}

    /**
     * What would bring the account to a level, everything else staying as it is.
     *
     * @param from the lowest health that belongs to the level
     * @param inTheWay overrides that must cease first; the raises count as if they had
     * @param onlyOverrides whether nothing else is missing
     * @param raises at most three single components that are enough, the least change of a score first
     * @param best where none is enough, the one that brings most
     */
    public record Next(
            String level,
            Text label,
            double from,
            List<Text> inTheWay,
            boolean onlyOverrides,
            List<Raise> raises,
            Optional<Raise> best) {}

    /**
     * What one component would have to be.
     *
     * @param key the component's name
     * @param relation {@code at-least}, {@code at-most}, {@code below}, {@code is} (a text, or 0 or 1), or {@code rank} (at
     *     least that rank, 0–100, among the peers)
     * @param value empty for texts, which {@code word} holds
     * @param scoreNow the component's score, 0–100; {@code scoreThen} with that value
     * @param health the account's, with that value
     */
    public record Raise(
            String key,
            Text words,
            String relation,
            OptionalDouble value,
            Optional<String> word,
            double scoreNow,
            double scoreThen,
            double health) {}

    /**
     * Why there is no health: too little is known.
     *
     * @param coverage 0–1
     * @param needed 0–1: the least coverage
     * @param enough with the data of so many of the first of {@code lacking} there would be a health
     * @param lacking components without fresh data, the largest weight first
     */
    public record Gap(double coverage, double needed, int enough, List<Component> lacking) {}

    /** Where the value of a component comes from, stream by stream. */
    public record ComponentOrigin(String metric, Text label, List<Origin> origins) {}

    /**
     * What one stream has for a component, as the warehouse holds it now.
     *
     * @param table the model table
     * @param stream {@code source.stream}, or the usage source
     * @param rows how many rows of the account decide the value; for usage, events
     * @param days on how many days; for usage only
     * @param newest the date of the newest of them
     * @param dataDate how far the stream's data reach
     * @param places where the newest were found, at most three
     */
    public record Origin(
            String table,
            Text label,
            String stream,
            long rows,
            OptionalInt days,
            Optional<LocalDate> newest,
            Optional<LocalDate> dataDate,
            List<Place> places) {}

    /**
     * Where something was found.
     *
     * @param place file, sheet, row or endpoint
     * @param at when it landed in this form; of usage files, when they were changed last
     */
    public record Place(String place, Instant at) {}

    /**
     * A health and all that it is made of: 100 + the components' contributions = {@code beforeOverrides}, and with the
     * overrides' contributions = {@code health}.
     *
     * @param hash the card's version
     * @param changedSince whether the scorecard is another one now, so that its words may not fit
     * @param health 0–100; empty where too little was known
     * @param coverage 0–1: share of the weight that had a known value that was not stale
     * @param confidence 0–1: the same, less what age had taken away; empty in snapshots of older releases
     * @param minimumCoverage 0–1, as configured now
     */
    public record Score(
            String scorecard,
            Text label,
            String hash,
            boolean changedSince,
            OptionalDouble health,
            OptionalDouble beforeOverrides,
            Level level,
            double coverage,
            OptionalDouble confidence,
            OptionalDouble minimumCoverage,
            List<Group> groups,
            List<Rule> overrides) {

        public List<Component> components() {
            return groups.stream().flatMap(group -> group.components().stream()).toList();
        }
    }

    /**
     * A level and its bounds as configured now.
     *
     * @param from the lowest health that belongs to it
     * @param below the health from which the next level begins; empty for the highest
     */
    public record Level(String name, Text label, OptionalDouble from, OptionalDouble below) {
        /** Sums miss round numbers by their last digits. */
        private static final double TOLERANCE = 1e-9;

        /** Whether a health belongs to it; a level that is held or decided may be another one. */
        public boolean holds(double health) {
            return health >= from.orElse(0) - TOLERANCE && health < below.orElse(Double.POSITIVE_INFINITY);
        }
    }

    /** Components that belong together; {@code name} is the path of their group. */
    public record Group(String name, Text label, List<Component> components) {}

    /**
     * A metric and what it did to health.
     *
     * @param metric the component's name, which is its metric's unless the card gives it another
     * @param value empty where it is unknown, or a text
     * @param per what the metric was divided by; empty where it was not
     * @param shown the value with its unit, as people read it
     * @param score 0–100; empty where the component was left out
     * @param weight 0–1, as configured; {@code effectiveWeight} once those left out no longer count
     * @param contribution effective weight × (score − 100)
     * @param dataAgeDays how old the data behind it were; empty where nothing ages, or there were none
     * @param freshness 0–1: how much of the score stood on what was known; empty in snapshots of older releases
     */
    public record Component(
            String metric,
            Text label,
            OptionalDouble value,
            OptionalDouble per,
            Optional<String> text,
            Optional<String> unit,
            Text shown,
            OptionalDouble score,
            double weight,
            double effectiveWeight,
            double contribution,
            String status,
            Text statusWords,
            OptionalInt dataAgeDays,
            OptionalDouble freshness) {
        private static final String STALE = "stale-";

        /** Whether the score comes from a value that was known and fresh. */
        public boolean present() {
            return status.equals(Status.PRESENT.word());
        }

        /** Whether there was a value that was not stale: that is what coverage counts. */
        public boolean covered() {
            return present() || status.equals(Status.AGEING.word());
        }

        /** Whether there was a value that counted for less, or not at all, because of its age. */
        public boolean old() {
            return status.startsWith(STALE) || status.equals(Status.AGEING.word());
        }
    }

    /**
     * A rule whose condition was true.
     *
     * @param effect what it does, for example "capped at 40"; empty where the rule is no longer configured
     * @param contribution {@code after} − {@code before}; 0 where the rule changed nothing
     */
    public record Rule(
            String name, Text reason, Optional<Text> effect, double before, double after, double contribution) {

        public String key() {
            return "override:" + name;
        }
    }
}
