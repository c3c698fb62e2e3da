package dev.kenshin.cli;

import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A score: the health first, then how it adds up, then how to read that. */
final class ScoreSection {
    private static final Text UNKNOWN =
            new Text("健康度 算出できません: 分かっていることが少なすぎます。", "Health unknown: too little is known.");
    private static final Text NOTE = new Text("""
            増減 = 重み × (点数 - 100)。重みは、データのない項目を除いて配分し直したもの。
            表示の数字どうしで足し算がぴったり合うように、最後の桁を丸めています。
            """, """
            Points = weight × (score - 100). Weights are what is left once components without data are out.
            Last digits are rounded so that the figures shown add up exactly.
            """);
    private static final Text CHANGED = new Text(
            "このスコアカードは採点の後に変更されています。名前と条件は現在の設定のものです。\n",
            "The scorecard has changed since then; names and bounds are those of today's configuration.\n");

    /** A tenth of a percent, the last digit shown. */
    private static final double NOTICEABLE = 0.001;

    private final Score score;
    private final Language language;
    private final int width;

    ScoreSection(Score score, Language language, int width) {
        this.score = score;
        this.width = width;
        this.language = language;
    }

    String print() {
        boolean known = score.health().isPresent();
        return (known ? health() : UNKNOWN.in(language)) + "\n"
                + basis() + "\n\n"
                + new ScoreTable(score, language, width).print()
                + (known ? "\n" + NOTE.in(language) : "")
                + (score.changedSince() ? CHANGED.in(language) : "");
    }

    private String health() {
        return say("健康度 ", "Health ") + new ShownScore(score).health() + "  "
                + score.level().label().in(language) + bounds(score.level());
    }

    private String bounds(Level level) {
        double health = score.health().orElseThrow();
        if (level.from().isEmpty() || !level.holds(health)) {
            return "";
        }
        String from = plain(level.from().getAsDouble());
        if (level.below().isEmpty()) {
            return say("(" + from + "以上)", " (from " + from + ")");
        }
        String below = plain(level.below().getAsDouble());
        return from.equals("0")
                ? say("(" + below + "未満)", " (below " + below + ")")
                : say("(" + from + "以上" + below + "未満)", " (from " + from + ", below " + below + ")");
    }

    private String basis() {
        String coverage = percent(score.coverage());
        String needed = score.minimumCoverage().isPresent()
                ? percent(score.minimumCoverage().getAsDouble())
                : "-";
        return new Text(
                                "  スコアカード「%s」、カバー率 %s(新しいデータがあった重みの割合、採点には%s必要)"
                                        .formatted(score.label().ja(), coverage, needed),
                                "  Scorecard '%s', coverage %s (the share of the weight that had fresh data; %s is needed for a score)"
                                        .formatted(score.label().en(), coverage, needed))
                        .in(language)
                + confidence();
    }

    /** Told only where it says more than the coverage. */
    private String confidence() {
        double confidence = score.confidence().orElse(score.coverage());
        return score.coverage() - confidence < NOTICEABLE
                ? ""
                : "\n"
                        + say(
                                "  確からしさ " + percent(confidence) + "(カバー率から、古くなったデータの分を引いたもの)",
                                "  Confidence " + percent(confidence)
                                        + " (coverage less what age has taken from the data)");
    }

    /** Rounded down, so that a coverage that is too low never looks like enough; beyond 6 digits there is only noise. */
    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(6, RoundingMode.HALF_UP);
        return percent.setScale(1, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + "%";
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
