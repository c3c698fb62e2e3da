package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation;
import dev.kenshin.job.Explanation.Data;
import dev.kenshin.job.Explanation.Earlier;
import dev.kenshin.job.Explanation.Fact;
import dev.kenshin.job.Explanation.Past;
import dev.kenshin.job.Explanation.Scope;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page that one shows to somebody who doubts a score: everything on it can be added up by hand. */
final class ExplanationPage {
    private static final int WIDEST = 90;

    private final Language language;
    private final int width;

    ExplanationPage(Language language, int width) {
        this.language = language;
        this.width = width;
    }

    String of(Explanation explanation) {
        String verdict = explanation
                .score()
                .map(score -> new ScoreSection(score, language, width).print())
                .orElseGet(() -> unscored(explanation));
        String assessment = explanation
                .assessment()
                .map(beside -> new AssessmentSection(beside, language).print())
                .orElse("");
        return head(explanation)
                + verdict
                + assessment
                + next(explanation)
                + moves(explanation)
                + history(explanation.history())
                + origins(explanation);
    }

    private String head(Explanation explanation) {
        String title = explanation.account().name() + " ("
                + explanation.account().id() + ")  " + say("基準日 ", "as of ") + explanation.asOf() + "\n";
        return title
                + facts(explanation.segments())
                + facts(explanation.facts())
                + explanation.data().map(this::data).orElse("")
                + "\n";
    }

    /** How the data stand that the score was made of, in one line. */
    private String data(Data data) {
        String oldest = data.ageDays().isEmpty()
                ? ""
                : new Text(
                                "、最も古いもので" + data.ageDays().getAsInt() + "日前",
                                "; age of the oldest in days: " + data.ageDays().getAsInt())
                        .in(language);
        String stale = data.staleSources().isEmpty()
                ? ""
                : say("、最新でないもの: ", "; not up to date: ") + String.join(", ", data.staleSources());
        return "  " + say("データの鮮度: ", "Data: ") + data.label().in(language) + oldest + stale + "\n";
    }

    private String facts(List<Fact> facts) {
        StringBuilder lines = new StringBuilder();
        int used = WIDEST;
        for (Fact fact : facts) {
            String words =
                    "  " + fact.label().in(language) + ": " + fact.words().in(language);
            used += DisplayWidth.of(words);
            if (used > Math.min(width, WIDEST)) {
                lines.append(lines.isEmpty() ? "" : "\n");
                used = DisplayWidth.of(words);
            }
            lines.append(words);
        }
        return lines.isEmpty() ? "" : lines.append('\n').toString();
    }

    private String unscored(Explanation explanation) {
        String is = explanation.segments().stream()
                .map(segment -> segment.name() + " = '" + segment.value() + "'")
                .collect(Collectors.joining(", "));
        return say("健康度 なし: どのスコアカードの対象でもありません。", "No health: no scorecard applies to this account.")
                + "\n"
                + say("  この顧客: ", "  This account: ")
                + is
                + "\n"
                + explanation.scorecards().stream().map(this::scope).collect(Collectors.joining());
    }

    private String scope(Scope scope) {
        String label = new Text(
                        "スコアカード「" + scope.label().ja() + "」の対象: ",
                        "Scorecard '" + scope.label().en() + "' is for: ")
                .in(language);
        return "  " + label + scope.appliesTo().orElse(say("すべての顧客", "every account")) + "\n";
    }

    private String next(Explanation explanation) {
        NextSection section = new NextSection(language);
        return explanation
                .next()
                .map(section::of)
                .or(() -> explanation.gap().map(section::of))
                .map(words -> "\n" + words)
                .orElse("");
    }

    private String origins(Explanation explanation) {
        return explanation.origins().isEmpty()
                ? ""
                : "\n" + new OriginsSection(language, width).of(explanation.origins());
    }

    private String moves(Explanation explanation) {
        if (explanation.score().filter(score -> score.health().isPresent()).isEmpty()) {
            return "";
        }
        Optional<Earlier> previous = explanation.previous();
        Optional<Score> before = previous.flatMap(Earlier::score);
        if (before.filter(score -> score.health().isPresent()).isPresent()) {
            return "\n" + new MovesSection(explanation, before.get(), language, width).print();
        }
        return "\n"
                + previous.map(earlier -> say(
                                earlier.asOf() + " はスコアがなかったため、変化は分かりません。\n",
                                "There was no score on " + earlier.asOf()
                                        + ", so nothing can be said of what moved.\n"))
                        .orElse(say(
                                "前回のスナップショットはまだありません。\n", "This is the first snapshot, so nothing can have moved.\n"));
    }

    private String history(List<Past> history) {
        if (history.isEmpty()) {
            return "";
        }
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT);
        for (Past past : history) {
            String health = past.health().isPresent()
                    ? AddingUp.round(past.health().getAsDouble(), 2).toPlainString()
                    : "-";
            table.row(
                    "  " + past.asOf(),
                    health,
                    past.level().in(language),
                    past.scorecard().in(language));
        }
        return "\n" + say("これまでの健康度", "Earlier health") + "\n" + table.print();
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
