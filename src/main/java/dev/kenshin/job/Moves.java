package dev.kenshin.job;

import dev.kenshin.job.Explanation.Change;
import dev.kenshin.job.Explanation.Move;
import dev.kenshin.job.Explanation.Parts;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Part;
import dev.kenshin.score.Shift;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved between two scores, also of two scorecards.
 *
 * @param change empty where one of the two has no health; then there are no moves either
 * @param list the largest first
 */
record Moves(Optional<Change> change, List<Move> list) {
    private static final Comparator<Move> LARGEST_FIRST =
            Comparator.comparingDouble((Move move) -> -Math.abs(move.points())).thenComparing(Move::key);

    /** The moves sum to the change of health. */
    static Moves between(Optional<Score> earlier, Optional<Score> now) {
        return earlier.filter(Moves::known).isPresent()
                        && now.filter(Moves::known).isPresent()
                ? between(earlier.get(), now.get())
                : new Moves(Optional.empty(), List.of());
    }

    private static boolean known(Score score) {
        return score.health().isPresent();
    }

    private static Moves between(Score before, Score now) {
        Optional<Text> otherCard = otherCard(before, now);
        MoveWords words = new MoveWords(before, now);
        Map<String, Shift> shifts = Shift.between(standings(before), standings(now), otherCard.isPresent());
        List<Move> moves = shifts.entrySet().stream()
                .map(shift -> move(shift.getKey(), shift.getValue(), words))
                .sorted(LARGEST_FIRST)
                .toList();
        double points = now.health().orElseThrow() - before.health().orElseThrow();
        Shift all = shifts.values().stream().reduce(Shift.NONE, Shift::plus);
        return new Moves(Optional.of(new Change(points, parts(all), words.statuses(), otherCard)), moves);
    }

    private static Move move(String key, Shift shift, MoveWords words) {
        return new Move(key, words.label(key), shift.points(), parts(shift), words.why(key));
    }

    private static Parts parts(Shift shift) {
        return new Parts(shift.value(), shift.status(), shift.weight(), shift.override(), shift.card());
    }

    private static Optional<Text> otherCard(Score before, Score now) {
        if (!before.scorecard().equals(now.scorecard())) {
            return Optional.of(new Text(
                    "スコアカードが「" + before.label().ja() + "」から「" + now.label().ja() + "」に変わった",
                    "The scorecard was '" + before.label().en() + "' and is '"
                            + now.label().en() + "'"));
        }
        return before.hash().equals(now.hash())
                ? Optional.empty()
                : Optional.of(new Text(
                        "スコアカード「" + now.label().ja() + "」の内容が変わった(版 " + before.hash() + " → " + now.hash() + ")",
                        "Scorecard '" + now.label().en() + "' was changed (version " + before.hash() + " → "
                                + now.hash() + ")"));
    }

    private static Map<String, Part> standings(Score score) {
        Map<String, Part> standings = new LinkedHashMap<>();
        score.components()
                .forEach(each -> standings.put(
                        each.metric(),
                        new Part(
                                each.score(),
                                each.weight(),
                                each.effectiveWeight(),
                                each.contribution(),
                                each.status(),
                                each.value() + " " + each.text() + " " + each.freshness())));
        score.overrides().forEach(each -> standings.put(each.key(), Part.ofOverride(each.contribution())));
        return standings;
    }
}
