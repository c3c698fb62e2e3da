package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation;
import dev.kenshin.job.Explanation.Move;
import dev.kenshin.job.Explanation.Parts;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What moved since an earlier snapshot, and which part of it is due to what. Moves and parts are rounded so that they add
 * up to the difference of the two healths shown, downwards and across.
 */
final class MovesSection {
    private static final int LARGEST = 8;
    private static final Parts NOTHING = new Parts(0, 0, 0, 0, 0);

    private static final List<Part> PARTS = List.of(
            new Part(new Text("値", "Value"), Parts::value),
            new Part(new Text("データ", "Data"), Parts::status),
            new Part(new Text("重み", "Weight"), Parts::weight),
            new Part(new Text("例外", "Override"), Parts::override),
            new Part(new Text("カード", "Card"), Parts::card));

    /** What a column of parts is headed by, and holds; only those are shown in which something moved. */
    private record Part(Text title, ToDoubleFunction<Parts> points) {}

    /** The figures of a row: the whole, then its parts. */
    private record Line(BigDecimal points, List<BigDecimal> parts) {
        static Line of(BigDecimal points, Parts parts) {
            return new Line(
                    points,
                    AddingUp.to(
                            points,
                            PARTS.stream()
                                    .map(part -> part.points().applyAsDouble(parts))
                                    .toList()));
        }

        Line plus(Line other) {
            List<BigDecimal> sums = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                sums.add(parts.get(i).add(other.parts.get(i)));
            }
            return new Line(points.add(other.points), sums);
        }

        boolean moved() {
            return points.signum() != 0 || parts.stream().anyMatch(part -> part.signum() != 0);
        }
    }

    private final Explanation explanation;
    private final Score before;
    private final Score now;
    private final Language language;
    private final int width;

    /** @param before with a health, as the explanation's own score */
    MovesSection(Explanation explanation, Score before, Language language, int width) {
        this.explanation = explanation;
        this.before = before;
        this.now = explanation.score().orElseThrow();
        this.language = language;
        this.width = width;
    }

    String print() {
        BigDecimal from = new ShownScore(before).health();
        BigDecimal to = new ShownScore(now).health();
        String date = explanation.previous().orElseThrow().asOf().toString();
        String title = say(date + " からの変化: ", "Since the snapshot of " + date + ": ") + from + " → " + to + "\n";
        return title + card() + table(lines(to.subtract(from))) + statuses();
    }

    private String card() {
        return explanation
                .change()
                .flatMap(change -> change.card())
                .map(card -> "  " + card.in(language)
                        + say(
                                "。値も変わった項目では、新しい点数の付け方の分も「値」に入る。",
                                ". Where a value moved too, the new scale's part is in it.")
                        + "\n")
                .orElse("");
    }

    private String statuses() {
        String lines = explanation.change().stream()
                .flatMap(change -> change.statuses().stream())
                .map(words -> "    " + words.in(language) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty()
                ? ""
                : say(
                                "  データの有無が変わった項目(ほかの項目の重みが変わる)\n",
                                "  Data that went or returned, which changes the weight of the others\n")
                        + lines;
    }

    private List<Line> lines(BigDecimal change) {
        List<Move> moves = explanation.moves();
        List<BigDecimal> points =
                AddingUp.to(change, moves.stream().map(Move::points).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            lines.add(Line.of(points.get(i), moves.get(i).parts()));
        }
        return lines;
    }

    private String table(List<Line> lines) {
        Line none = Line.of(AddingUp.round(0, 2), NOTHING);
        Line sum = lines.stream().reduce(none, Line::plus);
        if (lines.stream().noneMatch(Line::moved)) {
            return say("  変化なし", "  No change") + "  " + ScoreTable.signed(sum.points()) + "\n";
        }
        List<Integer> parts = partsIn(lines);
        AlignedTable table = new AlignedTable(sides(parts.size()));
        row(
                table,
                "",
                say("増減", "Points"),
                parts.stream().map(part -> PARTS.get(part).title().in(language)),
                "");
        int shown = (int) lines.stream().limit(LARGEST).filter(Line::moved).count();
        for (int i = 0; i < shown; i++) {
            Move move = explanation.moves().get(i);
            row(
                    table,
                    move.label().in(language),
                    lines.get(i),
                    parts,
                    move.why().in(language));
        }
        Line others = lines.stream().skip(shown).reduce(none, Line::plus);
        if (lines.stream().skip(shown).anyMatch(Line::moved)) {
            row(table, say("その他", "Others"), others, parts, "");
        }
        row(table, say("合計", "Sum"), sum, parts, "");
        return table.printWithin(width);
    }

    private static List<Integer> partsIn(List<Line> lines) {
        return IntStream.range(0, PARTS.size())
                .boxed()
                .filter(part ->
                        lines.stream().anyMatch(line -> line.parts().get(part).signum() != 0))
                .toList();
    }

    private static Side[] sides(int parts) {
        Side[] sides = new Side[parts + 3];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        sides[sides.length - 1] = Side.LEFT;
        return sides;
    }

    private static void row(AlignedTable table, String label, Line line, List<Integer> parts, String why) {
        Stream<String> figures =
                parts.stream().map(part -> line.parts().get(part)).map(MovesSection::figure);
        row(table, label, ScoreTable.signed(line.points()), figures, why);
    }

    private static void row(AlignedTable table, String label, String points, Stream<String> parts, String why) {
        table.row(Stream.of(Stream.of("  " + label, points), parts, Stream.of(why))
                .flatMap(cells -> cells)
                .toArray(String[]::new));
    }

    /** Nothing where nothing moved, so that the eye finds what did. */
    private static String figure(BigDecimal part) {
        return part.signum() == 0 ? "" : ScoreTable.signed(part);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
