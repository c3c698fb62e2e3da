package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.score.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One snapshot against an earlier one, unrounded. {@code then} is the earlier, {@code now} the later. Its JSON form is what
 * {@code kenshin compare --format json} prints.
 *
 * @param total all accounts
 * @param levels the worst first, unknown last
 * @param transitions how many accounts went from which level to which
 * @param moves why the mean health of the accounts that have one on both dates changed, the largest first; they sum to
 *     {@code meanChange}
 * @param meanChange empty where no account has a health on both dates
 * @param common how many accounts have a health on both dates
 * @param groups what was asked for, in the order of their names
 * @param accounts all of them, the largest fall first, and those without a change last
 */
public record Comparison(
        LocalDate asOf,
        LocalDate with,
        Part total,
        List<Part> levels,
        List<Transition> transitions,
        OptionalDouble meanChange,
        int common,
        List<MeanMove> moves,
        Optional<Text> by,
        List<Part> groups,
        List<Figure> figures,
        List<ComparedAccount> accounts) {

    /** Some of the accounts at both dates: those of a level, or of a group, are not the same ones then and now. */
    public record Part(String name, Text label, Summary then, Summary now) {}

    /**
     * Accounts at one date.
     *
     * @param scored how many of them have a health
     * @param mean of their health, 0–100
     * @param arr yearly recurring revenue of the contracts in force at the date, in yen
     */
    public record Summary(int accounts, int scored, OptionalDouble mean, OptionalDouble median, double arr) {}

    public record Transition(String from, String to, int accounts) {}

    /** By how much a component or override moved the mean health. */
    public record MeanMove(String key, Text label, double points) {}

    /**
     * A metric at both dates.
     *
     * @param scoreThen mean score of the component that it is on scorecards, 0–100; empty where it is on none
     */
    public record Figure(
            String metric,
            Text label,
            Optional<String> unit,
            Values then,
            Values now,
            OptionalDouble scoreThen,
            OptionalDouble scoreNow) {

        /** A value of the metric as people read it. */
        public Text shown(double value) {
            return Figures.of(value, unit.orElse(""));
        }
    }

    /**
     * What a metric was at one date.
     *
     * @param known how many accounts have a value; mean and median are empty for words
     */
    public record Values(long known, OptionalDouble mean, OptionalDouble median) {}

    /** Accounts that went up, the most first. */
    public List<ComparedAccount> up() {
        return accounts.stream()
                .filter(account -> account.change().orElse(0) > 0)
                .sorted((one, other) -> Double.compare(
                        other.change().orElseThrow(), one.change().orElseThrow()))
                .toList();
    }

    /** Accounts that went down, the most first. */
    public List<ComparedAccount> down() {
        return accounts.stream()
                .filter(account -> account.change().orElse(0) < 0)
                .toList();
    }

    /** Accounts that became customers between the dates. */
    public List<ComparedAccount> fresh() {
        return accounts.stream()
                .filter(account -> !account.then().customer() && account.now().customer())
                .toList();
    }

    /** Accounts that ceased to be customers between the dates. */
    public List<ComparedAccount> gone() {
        return accounts.stream()
                .filter(account -> account.then().customer() && !account.now().customer())
                .toList();
    }
}
