package dev.kenshin.housekeeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The snapshots that changes over 1 to 365 days look back to; as {@code history.sql} finds them. Those of the newest snapshot are
 * published, and always stay.
 */
public final class Windows {
    private record Window(int days, int tolerance) {}

    private static final List<Window> ALL =
            List.of(new Window(1, 0), new Window(7, 1), new Window(30, 3), new Window(90, 7), new Window(365, 7));
    private static final int TREND = 90;

    /**
     * A comparison that the next night would make otherwise.
     *
     * @param before the snapshot it would look back to
     * @param after the one it looks back to instead; empty: there will be no figure
     */
    public record Lost(int days, LocalDate before, Optional<LocalDate> after) {}

    private Windows() {}

    /** The snapshots that those of the date are compared with. */
    static List<LocalDate> references(NavigableSet<LocalDate> snapshots, LocalDate asOf) {
        return ALL.stream()
                .flatMap(window -> reference(snapshots, asOf, window).stream())
                .toList();
    }

    /** What changes for the night after the newest snapshot. */
    static List<Lost> lost(NavigableSet<LocalDate> snapshots, NavigableSet<LocalDate> kept) {
        LocalDate next = snapshots.last().plusDays(1);
        List<Lost> lost = new ArrayList<>();
        for (Window window : ALL) {
            Optional<LocalDate> before = reference(snapshots, next, window);
            Optional<LocalDate> after = reference(kept, next, window);
            before.filter(date -> !before.equals(after))
                    .ifPresent(date -> lost.add(new Lost(window.days(), date, after)));
        }
        return lost;
    }

    /** How many of the snapshots go that the slope and the volatility of the next night would look at. */
    static long lostOfTrend(NavigableSet<LocalDate> snapshots, NavigableSet<LocalDate> kept) {
        NavigableSet<LocalDate> recent =
                new TreeSet<>(snapshots.tailSet(snapshots.last().minusDays(TREND - 2L), true));
        recent.removeAll(kept);
        return recent.size();
    }

    /** The nearest one that is near enough; of two that are equally near, the older. */
    private static Optional<LocalDate> reference(NavigableSet<LocalDate> snapshots, LocalDate asOf, Window window) {
        LocalDate aim = asOf.minusDays(window.days());
        Stream<LocalDate> near =
                snapshots
                        .subSet(aim.minusDays(window.tolerance()), true, aim.plusDays(window.tolerance()), true)
                        .stream();
        return near.min(Comparator.comparing((LocalDate date) -> Math.abs(date.toEpochDay() - aim.toEpochDay()))
                .thenComparing(Comparator.naturalOrder()));
    }
}
