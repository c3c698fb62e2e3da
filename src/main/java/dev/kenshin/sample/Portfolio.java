package dev.kenshin.sample;

import dev.kenshin.sample.Account.Temper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signs up the customers. */
final class Portfolio {
    /** This customer has the same name as that of {@link #NAMESAKE_OF}: no one can tell them apart by name. */
    static final int NAMESAKE = 119;

    static final int NAMESAKE_OF = 63;

    /** Sales forgot to enter the tenants of these; the same few in a company of any size. */
    private static final Set<Integer> UNKNOWN_TENANTS = Set.of(31, 62, 93);

    private static final int TENANTS = 36 * 36 * 36 * 36;
    private static final List<String> REGIONS = List.of(
            "東京都", "東京都", "東京都", "大阪府", "大阪府", "愛知県", "愛知県", "福岡県", "神奈川県", "神奈川県", "北海道", "埼玉県", "兵庫県", "広島県", "宮城県",
            "静岡県", "新潟県", "石川県", "長野県", "岡山県", "熊本県", "沖縄県");

    private final long seed;
    private final int size;
    private final List<Account> accounts = new ArrayList<>();

    private Portfolio(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    /** The customers number 1 to {@code size}. */
    static List<Account> of(long seed, int size) {
        Portfolio portfolio = new Portfolio(seed, size);
        for (int number = 1; number <= size; number++) {
            portfolio.accounts.add(portfolio.account(number));
        }
        return List.copyOf(portfolio.accounts);
    }

    private Account account(int number) {
        Dice dice = Dice.of(seed, "account", number);
        int seats = seats(dice);
        Plan plan = Plan.forSeats(seats);
        return new Account(
                number,
                dice.seed(),
                name(number),
                dice.pick(REGIONS),
                employees(seats, dice),
                plan,
                seats,
                unitPrice(plan, dice),
                dice.between(0.45, 0.95),
                tenant(number),
                !UNKNOWN_TENANTS.contains(number),
                owner(dice),
                parent(number),
                temper(dice),
                Life.of(dice));
    }

    private CompanyName name(int number) {
        return number == NAMESAKE ? accounts.get(NAMESAKE_OF - 1).name().namesake() : CompanyName.of(seed, number);
    }

    /** 5 to 400, most of them small. */
    private static int seats(Dice dice) {
        double seats = 5 * StrictMath.pow(80, StrictMath.pow(dice.between(0.0, 1.0), 1.3));
        return seats < 20 ? (int) Math.round(seats) : (int) Math.round(seats / 5) * 5;
    }

    private static int employees(int seats, Dice dice) {
        int employees = (int) (seats * dice.between(1.3, 9.0)) + 3;
        return employees < 200 ? employees : employees / 10 * 10;
    }

    /** The list price, less a discount that was haggled for. */
    private static int unitPrice(Plan plan, Dice dice) {
        return plan.listPrice() * (100 - 5 * dice.between(0, 4)) / 100;
    }

    /** The product's name for the customer, which has nothing to do with the customer's number. */
    private String tenant(int number) {
        long code = Math.floorMod(number * 611_953L + seed, TENANTS);
        String digits = Long.toString(code, 36);
        return "t-" + "0".repeat(4 - digits.length()) + digits;
    }

    /** A CSM looks after about twenty customers. */
    private String owner(Dice dice) {
        int csm = dice.between(1, Math.max(6, size / 20));
        return Person.of(Dice.of(seed, "csm", csm)).full();
    }

    private Optional<Account> parent(int number) {
        return number % 17 == 0 ? Optional.of(accounts.get(number - 10)) : Optional.empty();
    }

    private static Temper temper(Dice dice) {
        if (dice.chance(0.15)) {
            return Temper.SILENT;
        }
        return dice.chance(0.12) ? Temper.NOISY : Temper.ORDINARY;
    }
}
