package dev.kenshin.cli;

import dev.kenshin.job.ReplayedAccount;
import dev.kenshin.job.ReplayedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a replay of one date comes to.
 *
 * @param before the scores as they were kept
 * @param now the scores anew
 * @param changed accounts whose health differs
 * @param otherLevel accounts whose level differs
 * @param otherCoverage accounts whose coverage differs
 * @param changes how many accounts changed by how much, from the largest fall to the largest rise
 * @param transitions how many accounts went from which level to which; those without any are left out
 * @param accounts those of which anything differs
 */
record ReplaySummary(
        LocalDate asOf,
        List<ReplayedDate.Version> scorecards,
        List<ReplayedDate.Unmeasured> unmeasured,
        Side before,
        Side now,
        int changed,
        int otherLevel,
        int otherCoverage,
        List<Change> changes,
        List<Transition> transitions,
        List<ReplayedAccount> accounts) {
    private static final double EQUAL = 1e-9;
    private static final double[] BOUNDS = {20, 10, 5, 1};

    /**
     * One of the two sides.
     *
     * @param scored accounts with a health
     */
    record Side(int accounts, int scored, OptionalDouble meanHealth, OptionalDouble meanCoverage) {

        static Side of(ReplayedDate date, Function<ReplayedAccount, Optional<ReplayedAccount.State>> side) {
            List<ReplayedAccount.State> states = date.accounts().stream()
                    .flatMap(account -> side.apply(account).stream())
                    .toList();
            return new Side(
                    states.size(),
                    (int) states.stream()
                            .filter(state -> state.health().isPresent())
                            .count(),
                    states.stream()
                            .flatMapToDouble(state -> state.health().stream())
                            .average(),
                    states.stream().mapToDouble(ReplayedAccount.State::coverage).average());
        }
    }

    /**
     * Accounts whose health changed by so much. The bound that is further from 0 belongs to it, the other does not.
     *
     * @param from points; 0 like {@code to} where nothing changed; empty: without bound
     */
    record Change(OptionalDouble from, OptionalDouble to, int accounts) {}

    /** Accounts that went from one level to another. */
    record Transition(String from, String to, int accounts) {}

    static ReplaySummary of(ReplayedDate date) {
        return new ReplaySummary(
                date.asOf(),
                date.versions(),
                date.unmeasured(),
                Side.of(date, ReplayedAccount::before),
                Side.of(date, ReplayedAccount::now),
                count(date, ReplayedAccount::healthDiffers),
                count(date, ReplayedAccount::changesLevel),
                count(date, ReplayedAccount::coverageDiffers),
                changes(date),
                transitions(date),
                date.accounts().stream().filter(ReplayedAccount::differs).toList());
    }

    /** What is left where only the figures are of interest. */
    ReplaySummary withoutAccounts() {
        return new ReplaySummary(
                asOf,
                scorecards,
                unmeasured,
                before,
                now,
                changed,
                otherLevel,
                otherCoverage,
                changes,
                transitions,
                List.of());
    }

    private static int count(ReplayedDate date, Predicate<ReplayedAccount> which) {
        return (int) date.accounts().stream().filter(which).count();
    }

    /** Falls of over 20, 10, 5 and 1 points, smaller ones, none, and the same upwards. */
    private static List<Change> changes(ReplayedDate date) {
        List<Change> changes = new ArrayList<>();
        double bound = Double.POSITIVE_INFINITY;
        for (double next : BOUNDS) {
            changes.add(change(date, -bound, -next));
            bound = next;
        }
        changes.add(change(date, -bound, 0));
        changes.add(
                new Change(OptionalDouble.of(0), OptionalDouble.of(0), count(date, account -> account.change().stream()
                        .anyMatch(ReplaySummary::none))));
        List<Change> falls = List.copyOf(changes.subList(0, changes.size() - 1));
        for (int i = falls.size() - 1; i >= 0; i--) {
            changes.add(mirrored(date, falls.get(i)));
        }
        return changes;
    }

    private static Change change(ReplayedDate date, double from, double under) {
        return new Change(bound(from), bound(under), count(date, account -> account.change().stream()
                .anyMatch(points -> !none(points) && points >= from && points < under)));
    }

    private static Change mirrored(ReplayedDate date, Change fall) {
        double over = -fall.to().orElse(0);
        double upTo = -fall.from().orElse(Double.NEGATIVE_INFINITY);
        return new Change(bound(over), bound(upTo), count(date, account -> account.change().stream()
                .anyMatch(points -> !none(points) && points > over && points <= upTo)));
    }

    private static OptionalDouble bound(double points) {
        return Double.isInfinite(points) ? OptionalDouble.empty() : OptionalDouble.of(points == 0 ? 0 : points);
    }

    private static boolean none(double points) {
        return Math.abs(points) <= EQUAL;
    }

    private static List<Transition> transitions(ReplayedDate date) {
        return date.accounts().stream()
                .collect(Collectors.groupingBy(
                        account ->
                                List.of(ReplayedAccount.level(account.before()), ReplayedAccount.level(account.now())),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new Transition(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getValue().intValue()))
                .sorted(Comparator.comparing(Transition::from).thenComparing(Transition::to))
                .toList();
    }
}
