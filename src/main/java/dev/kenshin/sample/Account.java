package dev.kenshin.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A customer of the sample company: what does not change, and its life.
 *
 * @param number from 1
 * @param seed of the dice that decide all about this account
 * @param seats contracted now; contracts of earlier years had others
 * @param unitPrice yen a seat and month
 * @param share of the seats that are given to users in the end, 0–1
 * @param knownTenant whether the CRM knows the tenant; otherwise the crosswalk does
 */
record Account(
        int number,
        long seed,
        CompanyName name,
        String region,
        int employees,
        Plan plan,
        int seats,
        int unitPrice,
        double share,
        String tenant,
        boolean knownTenant,
        String owner,
        Optional<Account> parent,
        Temper temper,
        Life life) {

    /** How a customer behaves towards its vendor, whatever its health. */
    enum Temper {
        ORDINARY,
        /** Likes the product and never says a word. */
        SILENT,
        /** Asks and complains a lot, and stays. */
        NOISY
    }

    String id() {
        return Spelling.written("C%04d", number);
    }

    String domain() {
        return name.reading() + ".example.jp";
    }

    /** Whether the customer has signed by the end of {@code day}. */
    boolean existsOn(LocalDate day) {
        return !life.startsOn().isAfter(day);
    }

    Dice dice(String occasion, int... numbers) {
        return Dice.of(seed, occasion, numbers);
    }

    Dice dice(String occasion, YearMonth month) {
        return dice(occasion, month.getYear(), month.getMonthValue());
    }

    /** The company's people: 0 decides, 1 administers, the others use the product. */
    Person person(int position) {
        return Person.of(dice("person", position));
    }

    String email(int position) {
        return person(position).mailbox() + (position > 9 ? position : "") + "@" + domain();
    }

    /** How many users are registered at the end of a month; never fewer than the month before. */
    int deployed(Month month) {
        double target = seats * share * (life.slow() ? 0.5 : 1);
        return Math.max(2, (int) Math.round(target * rollout(month.age())));
    }

    /** The share of the intended users who are registered so many months after the start. */
    private static double rollout(int age) {
        return switch (age) {
            case 0 -> 0.35;
            case 1 -> 0.6;
            case 2 -> 0.8;
            default -> Math.min(1, 0.87 + 0.01 * age);
        };
    }
}
