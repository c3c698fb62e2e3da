package dev.kenshin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifeTest {
    private final Company company = Company.of(SampleRequest.shipped(Path.of("unused")));

    @Test
    void aboutOneCustomerInEight_leavesWithinTheYear() {
        assertThat(churned()).hasSizeBetween(10, 20);
    }

    @Test
    void whoLeaves_hasDeclinedForMonths() {
        List<Account> regular =
                churned().stream().filter(account -> !account.life().slow()).toList();

        assertThat(regular).allSatisfy(account -> {
            YearMonth end = account.life().end().orElseThrow();
            assertThat(vigor(account, end)).isLessThan(0.6 * best(account, end.minusMonths(12), end));
            assertThat(account.life().in(end.plusMonths(1))).isEmpty();
        });
    }

    @Test
    void oldCustomers_leaveAtTheEndOfAContract() {
        assertThat(churned().stream().filter(account -> !account.life().slow())).allSatisfy(account -> {
            YearMonth end = account.life().end().orElseThrow();
            assertThat(account.life().in(end).orElseThrow().age() % 12).isEqualTo(11);
        });
    }

    @Test
    void everyPhase_isFoundAmongTheCustomers() {
        Set<Phase> phases = company.accounts().stream()
                .flatMap(account -> account.life().until(company.lastMonth()).stream())
                .map(Month::phase)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));

        assertThat(phases).containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    void someCustomers_areNewOnTheLastDay() {
        LocalDate ninetyDaysAgo = company.request().lastDay().minusDays(90);

        assertThat(company.accounts().stream()
                        .filter(account -> account.life().startsOn().isAfter(ninetyDaysAgo)))
                .hasSizeBetween(3, 15);
    }

    private List<Account> churned() {
        return company.accounts().stream()
                .filter(account -> account.life()
                        .endsOn()
                        .filter(company.request()::covers)
                        .isPresent())
                .toList();
    }

    private static double best(Account account, YearMonth first, YearMonth last) {
        return account.life().until(last).stream()
                .filter(month -> !month.of().isBefore(first))
                .mapToDouble(Month::vigor)
                .max()
                .orElseThrow();
    }

    private static double vigor(Account account, YearMonth month) {
        return account.life().in(month).orElseThrow().vigor();
    }
}
