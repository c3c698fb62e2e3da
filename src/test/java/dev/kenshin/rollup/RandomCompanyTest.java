package dev.kenshin.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roll-up of a random company, against the same figures computed account by account. */
class RandomCompanyTest {
    private static final int ACCOUNTS = 60;

    /** An account as the naive sums see it. */
    private record Client(
            String id,
            @Nullable String parent,
            @Nullable String owner,
            @Nullable Double health,
            String level,
            double coverage,
            Map<String, Long> arr,
            Map<String, Long> seats) {}

    private final Map<String, Client> clients = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyMember_isWhatOneWouldComputeByHand(long seed) throws SQLException {
        try (Company company = new Company()) {
            fill(company, new Random(seed));
            company.rollUp();

            check(company.rows("total"), Map.of("-", List.copyOf(clients.values())), this::arr, this::seats);
            check(company.rows("owner"), by(Client::owner), this::arr, this::seats);
            check(company.rows("parent"), families(true), this::arr, this::seats);
            check(company.rows("children"), families(false), this::arr, this::seats);
            checkProducts(company.rows("product"));
        }
    }

    /** Parents have larger numbers or are strangers, but for a few who begin a circle. */
    private void fill(Company company, Random random) throws SQLException {
        for (int i = 0; i < ACCOUNTS; i++) {
            String id = "C%02d".formatted(i);
            String parent = random.nextInt(3) > 0
                    ? "C%02d".formatted(random.nextInt(8) == 0 ? random.nextInt(ACCOUNTS) : i + 1 + random.nextInt(9))
                    : null;
            Double health = random.nextInt(5) == 0 ? null : random.nextDouble() * 100;
            String owner = random.nextInt(5) == 0 ? null : "owner " + random.nextInt(4);
            Client client = new Client(
                    id,
                    parent,
                    owner,
                    health,
                    health == null
                            ? "unknown"
                            : List.of("critical", "high", "medium", "low").get(random.nextInt(4)),
                    random.nextDouble(),
                    new HashMap<>(),
                    new HashMap<>());
            clients.put(id, client);
            company.unscored(id, parent, owner, null).scored(id, "standard", health, client.level(), client.coverage());
            contracts(company, client, random);
        }
    }

    private static void contracts(Company company, Client client, Random random) throws SQLException {
        for (int i = random.nextInt(4); i > 0; i--) {
            String product = "product " + random.nextInt(3);
            int mrr = random.nextInt(1_000);
            int seats = random.nextInt(50);
            company.contract(client.id(), product, mrr, seats);
            client.arr().merge(product, 12L * mrr, Long::sum);
            client.seats().merge(product, (long) seats, Long::sum);
        }
    }

    private long arr(Client client) {
        return client.arr().values().stream().mapToLong(Long::longValue).sum();
    }

    private long seats(Client client) {
        return client.seats().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, List<Client>> by(Function<Client, @Nullable String> key) {
        Map<String, List<Client>> members = new TreeMap<>();
        for (Client client : clients.values()) {
            String member = key.apply(client);
            members.computeIfAbsent(member == null ? "-" : member, name -> new ArrayList<>())
                    .add(client);
        }
        return members;
    }

    /** Climbs from each account; who comes back to itself has no parent. */
    private Map<String, List<Client>> families(boolean withParent) {
        Map<String, List<Client>> families = new TreeMap<>();
        for (Client client : clients.values()) {
            for (String ancestor = parent(client.id()); ancestor != null; ancestor = parent(ancestor)) {
                families.computeIfAbsent(ancestor, name -> new ArrayList<>()).add(client);
            }
        }
        if (withParent) {
            families.forEach((parent, family) -> {
                if (clients.containsKey(parent)) {
                    family.add(clients.get(parent));
                }
            });
        }
        return families;
    }

    private @Nullable String parent(String id) {
        return climb(id).contains(id) ? null : named(id);
    }

    /** All that one comes to above the account. */
    private Set<String> climb(String id) {
        Set<String> seen = new LinkedHashSet<>();
        for (String next = named(id); next != null && seen.add(next); next = named(next)) {}
        return seen;
    }

    private @Nullable String named(String id) {
        Client client = clients.get(id);
        return client == null || id.equals(client.parent()) ? null : client.parent();
    }

    private void checkProducts(Map<String, Map<String, @Nullable Object>> rows) {
        for (String product : rows.keySet()) {
            List<Client> holders = clients.values().stream()
                    .filter(client -> client.arr().containsKey(product))
                    .toList();
            check(rows.get(product), holders, client -> client.arr().get(product), client -> client.seats()
                    .get(product));
        }
        assertThat(rows).hasSize(3);
    }

    private static void check(
            Map<String, Map<String, @Nullable Object>> rows,
            Map<String, List<Client>> expected,
            ToLongFunction<Client> arr,
            ToLongFunction<Client> seats) {
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((member, of) -> check(rows.get(member), of, arr, seats));
    }

    private static void check(
            Map<String, @Nullable Object> row,
            List<Client> of,
            ToLongFunction<Client> arr,
            ToLongFunction<Client> seats) {
        List<Client> scored =
                of.stream().filter(client -> client.health() != null).toList();
        List<Client> risky = of.stream()
                .filter(client -> Set.of("critical", "high").contains(client.level()))
                .toList();
        assertThat(row)
                .containsEntry("accounts", (long) of.size())
                .containsEntry("scored_accounts", (long) scored.size())
                .containsEntry("accounts_at_risk", (long) risky.size())
                .containsEntry("worst_account_id", worst(scored));
        same(row.get("mean_health"), mean(scored, client -> 1));
        same(row.get("arr_weighted_health"), mean(scored, arr));
        same(row.get("seat_weighted_health"), mean(scored, seats));
        same(row.get("median_health"), median(scored));
        same(
                row.get("mean_coverage"),
                of.stream().mapToDouble(Client::coverage).average().orElseThrow());
        money(row.get("arr"), of, arr);
        money(row.get("scored_arr"), scored, arr);
        money(row.get("arr_at_risk"), risky, arr);
    }

    private static @Nullable String worst(List<Client> scored) {
        return scored.stream()
                .min(Comparator.comparing(Client::health).thenComparing(Client::id))
                .map(Client::id)
                .orElse(null);
    }

    private static @Nullable Double mean(List<Client> scored, ToLongFunction<Client> weight) {
        double sum = 0;
        double of = 0;
        for (Client client : scored) {
            sum += weight.applyAsLong(client) * client.health();
            of += weight.applyAsLong(client);
        }
        return of == 0 ? null : Double.valueOf(sum / of);
    }

    private static @Nullable Double median(List<Client> scored) {
        List<Double> sorted = scored.stream().map(Client::health).sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? null
                : Double.valueOf(
                        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
    }

    private static void same(@Nullable Object figure, @Nullable Double expected) {
        if (expected == null) {
            assertThat(figure).isNull();
        } else {
            assertThat((Double) figure).isCloseTo(expected, within(1e-9));
        }
    }

    /** Nobody's ARR is no ARR, and there is no telling it from none. */
    private static void money(@Nullable Object yen, List<Client> of, ToLongFunction<Client> arr) {
        BigDecimal sum = BigDecimal.valueOf(of.stream().mapToLong(arr).sum());
        assertThat(yen == null ? BigDecimal.ZERO : (BigDecimal) yen).isEqualByComparingTo(sum);
    }
}
