package dev.kenshin.sample;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The customers, and the days that are written about. */
record Company(SampleRequest request, List<Account> accounts) {

    static Company of(SampleRequest request) {
        return new Company(
                request,
                Portfolio.of(request.seed(), request.accounts()).stream()
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
