package dev.kenshin.publish;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many accounts are at each level, and what they are worth; counted while the rows go by. */
final class LevelCount {

    /** @param arr in yen */
    record Total(int accounts, BigDecimal arr) {
        static final Total NONE = new Total(0, BigDecimal.ZERO);

        Total plus(BigDecimal more) {
            return new Total(accounts + 1, arr.add(more));
        }
    }

    private final Map<String, Total> totals = new HashMap<>();
    private final int level;
    private final int arr;

    LevelCount(PublishedTable accountHealth) {
        List<String> names =
                accountHealth.columns().stream().map(PublishedColumn::name).toList();
        this.level = names.indexOf("level");
        this.arr = names.indexOf("arr");
    }

    void add(@Nullable Object[] row) {
        BigDecimal worth = row[arr] instanceof BigDecimal yen ? yen : BigDecimal.ZERO;
        totals.merge(String.valueOf(row[level]), Total.NONE.plus(worth), (sum, one) -> sum.plus(worth));
    }

    Total of(String name) {
        return totals.getOrDefault(name, Total.NONE);
    }
}
