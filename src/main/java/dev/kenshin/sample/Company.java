package dev.kenshin.sample;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The customers, and the days that are written about.
 *
 * @param portfolio all customers of the story, including those who sign only after the last day
 * @param accounts those of them who have signed by the last day
 */
record Company(SampleRequest request, List<Account> portfolio, List<Account> accounts) {

    static Company of(SampleRequest request) {
        List<Account> portfolio = Portfolio.of(request.seed(), request.accounts());
        return new Company(
                request,
                portfolio,
                portfolio.stream()
                        .filter(account -> account.existsOn(request.lastDay()))
                        .toList());
    }

    YearMonth lastMonth() {
        return YearMonth.from(request.lastDay());
    }

    /**
     * Tells what happened at all customers in order of time. No more than a month is held at once, and a longer period
     * begins with the shorter one.
     *
     * @param facts what happened at one customer in one month
     */
    <F extends Fact> void tell(BiFunction<Account, Month, List<F>> facts, Consumer<F> listener) {
        YearMonth first = YearMonth.from(request.firstDay());
        Stream.iterate(first, month -> !month.isAfter(lastMonth()), month -> month.plusMonths(1))
                .forEach(month -> accounts.stream()
                        .flatMap(account -> account.life().in(month).stream()
                                .flatMap(state -> facts.apply(account, state).stream()))
                        .filter(fact -> request.covers(fact.day()))
                        .sorted(Comparator.comparing(Fact::day))
                        .forEachOrdered(listener));
    }
}
