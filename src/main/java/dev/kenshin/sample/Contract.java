package dev.kenshin.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contract for a year. Who grows adds seats in a contract of its own until the next renewal.
 *
 * @param monthly yen a month
 * @param cancelledOn the day on which this contract ends because the customer leaves
 */
record Contract(
        String number,
        String product,
        LocalDate startsOn,
        LocalDate endsOn,
        int seats,
        long monthly,
        Optional<LocalDate> cancelledOn) {
    private static final String MAIN = "クラウド工程管理";
    private static final String MORE_SEATS = "追加ライセンス";
    private static final String ANALYSIS = "原価分析オプション";

    /** The year whose seats are those of {@link Account#seats}. */
    private static final int REFERENCE_YEAR = 2026;

    /** All contracts of an account that began by {@code today}, the oldest first. */
    static List<Contract> all(Account account, LocalDate today) {
        List<Contract> contracts = new ArrayList<>();
        LocalDate last = account.life().endsOn().filter(today::isAfter).orElse(today);
        for (LocalDate start = account.life().startsOn(); !start.isAfter(last); start = start.plusYears(1)) {
            addYear(account, start, last, contracts);
        }
        return contracts;
    }

    private static void addYear(Account account, LocalDate start, LocalDate last, List<Contract> contracts) {
        int seats = seats(account, start);
        contracts.add(of(account, MAIN, start, start, seats, (long) seats * account.unitPrice(), "1"));
        if (account.dice("analysis").chance(0.2) && !account.plan().equals(Plan.LIGHT)) {
            contracts.add(of(account, ANALYSIS, start, start, 0, 30_000, "2"));
        }
        growth(account, start)
                .filter(day -> !day.isAfter(last))
                .ifPresent(day -> contracts.add(of(
                        account,
                        MORE_SEATS,
                        start,
                        day,
                        extra(seats),
                        (long) extra(seats) * account.unitPrice(),
                        "3")));
    }

    private static Contract of(
            Account account, String product, LocalDate term, LocalDate start, int seats, long price, String suffix) {
        LocalDate end = term.plusYears(1).minusDays(1);
        Optional<LocalDate> cancelled = account.life().endsOn().filter(day -> !day.isAfter(end));
        String number = Spelling.written("K%d-%04d-%s", term.getYear(), account.number(), suffix);
        return new Contract(number, product, start, end, seats, Math.round(price / 1000.0) * 1000, cancelled);
    }

    /** Earlier contracts were smaller, for most customers. */
    private static int seats(Account account, LocalDate start) {
        double growth = account.dice("growth").between(-0.03, 0.18);
        double seats = account.seats() * StrictMath.pow(1 + growth, start.getYear() - REFERENCE_YEAR);
        return Math.max(5, (int) Math.round(seats));
    }

    private static int extra(int seats) {
        return Math.max(5, seats / 25 * 5);
    }

    /** The second month of a growing phase within the contract's year. */
    private static Optional<LocalDate> growth(Account account, LocalDate start) {
        return account.life().until(YearMonth.from(start).plusMonths(11)).stream()
                .filter(month -> month.is(Phase.GROWING) && month.since() == 1)
                .map(month -> month.of().atDay(1))
                .filter(start::isBefore)
                .findFirst();
    }

    boolean cancelledBy(LocalDate today) {
        return cancelledOn.filter(day -> !day.isAfter(today)).isPresent();
    }
}
