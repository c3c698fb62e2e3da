package dev.kenshin.landing;

import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far a number of records is from what is usual. */
public final class VolumeChange {
    private static final Text NOTHING_BEFORE = new Text("比べる前回の件数がまだありません。", "There is no earlier extract yet.");

    private VolumeChange() {}

    /**
     * The change as a share of what is usual, 0.3 for 30%.
     *
     * @param usual empty where that is not known yet
     */
    public static Judgement judge(String subject, long records, Optional<UsualVolume> usual, Limits limits) {
        if (usual.isEmpty() || usual.get().records() == 0) {
            return Judgement.notMeasured(Gate.VOLUME, subject, limits, NOTHING_BEFORE);
        }
        double expected = usual.get().records();
        double change = Math.abs(records - expected) / expected;
        return Judgement.of(
                Gate.VOLUME,
                subject,
                change,
                OptionalDouble.of(expected),
                limits,
                () -> changed(subject, records, usual.get(), percent(change), percent(limits.exceeded(change))));
    }

    private static Problem changed(String subject, long records, UsualVolume usual, String change, String limit) {
        String numbers = "%.0f → %d".formatted(usual.records(), records);
        return Problem.error(
                Gate.VOLUME.code(),
                new Location.Named(subject),
                new Text(
                        "件数が「%s」と%s変わりました(%sとの比較、許容は%s)。"
                                .formatted(numbers, change, usual.of().ja(), limit),
                        "the number of records changed '%s', by %s (against %s; accepted: %s)."
                                .formatted(numbers, change, usual.of().en(), limit)),
                new Text(
                        "抽出が途中で切れていないか確認し、正しい変化なら expect.volume-change を広げてください。",
                        "Check that the export is complete; if the change is real, widen expect.volume-change."));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share * 100 >= 10 ? "%.0f%%" : "%.1f%%", share * 100);
    }
}
