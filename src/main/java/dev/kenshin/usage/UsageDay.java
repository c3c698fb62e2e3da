package dev.kenshin.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one user did in one day, as the aggregation of events leaves it.
 *
 * @param accountKey the account's name in the product
 * @param events how often
 * @param seconds null where nobody knows
 */
public record UsageDay(
        String accountKey,
        @Nullable String user,
        @Nullable LocalDate day,
        @Nullable String event,
        int events,
        @Nullable BigDecimal seconds) {}
