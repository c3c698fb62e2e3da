package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.Sql;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ranks as the database computes them, against a naive count over the same accounts. */
final class PercentilesTest {
    private static final LocalDate D = LocalDate.of(2026, 10, 31);
    private static final Location HERE = Location.file("config/scorecards/standard.yaml");
    private static final int AT_LEAST = 5;

    private final TestWarehouse warehouse;
    private final Random random = new Random(20261031);

    PercentilesTest() throws SQLException {
        this.warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    /** @param price by which size and value are told: no value where it is null */
    private record Account(String id, String plan, @Nullable Integer price, int seats) {

        boolean trial() {
            return plan.equals("trial");
        }

        /** As the metrics say it; NaN: unknown. */
        double value(boolean perSeat) {
            double value = price == null ? Double.NaN : price;
            return !perSeat ? value : seats == 0 ? Double.NaN : value / seats;
        }
    }

    @Test
    void rank_isTheShareOfPeersThatDoWorse_andHalfOfThoseThatAreEqual() throws SQLException {
        List<Account> accounts = accounts();
        measure(accounts);
        for (Account account : accounts) {
            assertRank(account, "standard:high", expected(accounts, account, false, true));
            assertRank(account, "standard:low_per_seat", expected(accounts, account, true, false));
        }
    }

    @Test
    void accountsOfAnotherCard_areNoPeers() throws SQLException {
        List<Account> accounts = accounts();
        measure(accounts);
        List<Account> trials = accounts.stream().filter(Account::trial).toList();
        for (Account account : accounts) {
            OptionalDouble expected = account.trial() ? rank(trials, account, false, true) : OptionalDouble.empty();
            assertRank(account, "trial:high", expected);
        }
    }

    private void assertRank(Account account, String ranked, OptionalDouble expected) throws SQLException {
        OptionalDouble rank = number(account, "percentile:" + ranked);
        assertThat(rank.isPresent()).as("%s of %s", ranked, account).isEqualTo(expected.isPresent());
        assertThat(rank.orElse(0)).as("%s of %s", ranked, account).isCloseTo(expected.orElse(0), within(1e-9));
    }

    private OptionalDouble number(Account account, String column) throws SQLException {
        return warehouse
                .reading(account.id())
                .number(column)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble expected(List<Account> all, Account account, boolean perSeat, boolean higher) {
        List<Account> peers = all.stream()
                .filter(other -> !other.trial() && other.plan().equals(account.plan()))
                .toList();
        return account.trial() ? OptionalDouble.empty() : rank(peers, account, perSeat, higher);
    }

    private static OptionalDouble rank(List<Account> peers, Account account, boolean perSeat, boolean higher) {
        double[] values = peers.stream()
                .mapToDouble(peer -> peer.value(perSeat))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double own = account.value(perSeat);
        if (Double.isNaN(own) || values.length < AT_LEAST) {
            return OptionalDouble.empty();
        }
        double points = 0;
        for (double value : values) {
            boolean worse = higher ? value < own : value > own;
            points += worse ? 1 : value == own ? 0.5 : 0;
        }
        return OptionalDouble.of(points / values.length * 100);
    }

    /** Many ties, many gaps, and a plan that too few have. */
    private List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String plan = i < 4 ? "rare" : List.of("lite", "pro", "trial").get(random.nextInt(3));
            Integer price = random.nextInt(5) == 0 ? null : random.nextInt(10);
            accounts.add(new Account("A" + i, plan, price, random.nextInt(4)));
        }
        return accounts;
    }

    private void measure(List<Account> accounts) throws SQLException {
        warehouse.execute("alter table model.account add column unit_price decimal(18,4)");
        for (Account account : accounts) {
            warehouse.execute(
                    "insert into model.account (mapping, record_key, account_id, name, plan, unit_price, touch)"
                            + " values ('m', '%1$s', '%1$s', '%1$s', '%2$s', %3$s, '%4$d')"
                                    .formatted(account.id(), account.plan(), account.price(), account.seats()));
        }
        Compiled compiled = Compiled.of(
                """
                price: { label: Price, value: unit_price }
                seats: { label: Seats, value: cast(touch as integer) }
                """,
                """
                kind:
                  label: Kind
                  classes: { lite: { when: plan = 'lite' }, pro: { when: plan = 'pro' }, rare: { when: plan = 'rare' } }
                  otherwise: trial
                """,
                List.of(
                        card("trial", Optional.of(new Sql("plan = 'trial'", HERE)), ranked("high", false, true)),
                        card(
                                "standard",
                                Optional.empty(),
                                ranked("high", false, true),
                                ranked("low_per_seat", true, false))));
        assertThat(compiled.problems()).isEmpty();
        compiled.plan().measure(warehouse.connection(), D);
    }

    private static Component ranked(String name, boolean perSeat, boolean higher) {
        return new Component(
                name,
                new Reference("price", HERE),
                perSeat ? Optional.of(new Reference("seats", HERE)) : Optional.empty(),
                Optional.empty(),
                1,
                new Scale.Percentile(Optional.of(new Reference("kind", HERE)), higher, AT_LEAST),
                new Missing.Exclude(),
                OptionalInt.empty(),
                Optional.empty(),
                HERE);
    }

    private static ScorecardConfig card(String name, Optional<Sql> appliesTo, Component... components) {
        Group group = new Group("group", Text.same("Group"), 1, Combine.AVERAGE, List.of(components), List.of(), HERE);
        return new ScorecardConfig(
                name,
                Text.same(name),
                appliesTo,
                Combine.AVERAGE,
                List.of(group),
                List.of(),
                0,
                List.of(),
                List.of(),
                HERE);
    }
}
