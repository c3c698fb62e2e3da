package dev.kenshin.job;

import dev.kenshin.config.GateConfig;
import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares the scores of the night with those of the snapshot before, while they are not kept yet: customers do not all
 * change overnight. Accounts are compared that both snapshots have and that no changed scorecard has scored.
 */
final class ScoreGate {
    private static final String SCORES = "scores";
    /** Over a longer time scores may well move. */
    private static final int DAYS = 7;

    private final Night night;
    private final GateConfig limits;

    ScoreGate(Night night) {
        this.night = night;
        this.limits = night.plan().job().gates();
    }

    /** @param step under whose name the judgements are kept; its transaction holds the scores */
    void check(String step) throws SQLException {
        new GateKeeper(night, step).decide(judge(night.inTransaction()));
    }

    private List<Judgement> judge(Connection connection) throws SQLException {
        Optional<LocalDate> before = ScoreShift.dateBefore(connection, night.asOf());
        if (before.isEmpty()) {
            return notMeasured(new Text("比べる前回のスコアがまだありません。", "There are no earlier scores yet."));
        }
        if (before.get().isBefore(night.asOf().minusDays(DAYS))) {
            return notMeasured(new Text(
                    "前回(%s)から%d日より長くたっているため、比べません。".formatted(before.get(), DAYS),
                    "The snapshot before (%s) is more than %d days older, and not compared."
                            .formatted(before.get(), DAYS)));
        }
        ScoreShift shift = ScoreShift.between(connection, before.get(), night.asOf());
        Text note = changedCards(shift);
        Text few = note.ja().isEmpty() ? MappedGate.few() : note;
        if (shift.accounts() < limits.minimum()) {
            return notMeasured(few);
        }
        return judge(connection, shift, few).stream()
                .map(judgement -> judgement.noting(note))
                .toList();
    }

    private static Text changedCards(ScoreShift shift) {
        String cards = String.join(", ", shift.changedCards());
        return cards.isEmpty()
                ? Text.same("")
                : new Text(
                        "スコアカード「" + cards + "」が前回から変わったため、その顧客は比べません。",
                        "Accounts of '" + cards + "' are not compared: the scorecard has changed since.");
    }

    /** @param few what to say of the healths, if too few accounts have one on both dates */
    private List<Judgement> judge(Connection connection, ScoreShift shift, Text few) throws SQLException {
        Text reasons = isUnusual(shift) ? shift.mainMoves(connection) : Text.same("");
        return List.of(
                ofHealths(Gate.MEAN_HEALTH, shift, shift.move(), limits.meanHealth(), few, () -> mean(shift, reasons)),
                judged(Gate.LEVEL_CHANGES, shift.levelChanges(), limits.levelChanges(), () -> levels(shift, reasons)),
                ofHealths(
                        Gate.DISTRIBUTION,
                        shift,
                        shift.stability(),
                        limits.distribution(),
                        few,
                        () -> distribution(shift, reasons)),
                judged(
                        Gate.WITHOUT_HEALTH,
                        Math.max(0, shift.withoutHealth() - shift.withoutHealthBefore()),
                        limits.withoutHealth(),
                        () -> without(shift)));
    }

    /** Of the accounts that are compared most may have no health: the mean of a handful says nothing. */
    private Judgement ofHealths(
            Gate gate, ScoreShift shift, double measured, Limits limits, Text few, Judgement.Finding finding) {
        return shift.scored() < this.limits.minimum()
                ? Judgement.notMeasured(gate, SCORES, limits, few)
                : judged(gate, measured, limits, finding);
    }

    private boolean isUnusual(ScoreShift shift) {
        return limits.meanHealth().areExceededBy(shift.move())
                || limits.levelChanges().areExceededBy(shift.levelChanges())
                || limits.distribution().areExceededBy(shift.stability());
    }

    private static Judgement judged(Gate gate, double measured, Limits limits, Judgement.Finding finding) {
        return Judgement.of(gate, SCORES, measured, OptionalDouble.empty(), limits, finding);
    }

    private List<Judgement> notMeasured(Text why) {
        return List.of(
                Judgement.notMeasured(Gate.MEAN_HEALTH, SCORES, limits.meanHealth(), why),
                Judgement.notMeasured(Gate.LEVEL_CHANGES, SCORES, limits.levelChanges(), why),
                Judgement.notMeasured(Gate.DISTRIBUTION, SCORES, limits.distribution(), why),
                Judgement.notMeasured(Gate.WITHOUT_HEALTH, SCORES, limits.withoutHealth(), why));
    }

    private static Problem mean(ScoreShift shift, Text reasons) {
        String numbers = String.format(Locale.ROOT, "%.1f → %.1f", shift.meanBefore(), shift.meanAfter());
        return problem(
                Gate.MEAN_HEALTH,
                new Text(
                        "平均健康度が%sから「%s」と動きました。%s".formatted(shift.before(), numbers, reasons.ja()),
                        "the mean health moved '%s' since %s. %s".formatted(numbers, shift.before(), reasons.en())));
    }

    private static Problem levels(ScoreShift shift, Text reasons) {
        String share = "%.0f%%".formatted(shift.levelChanges() * 100);
        return problem(
                Gate.LEVEL_CHANGES,
                new Text(
                        "%s から%sの顧客(%d社中)のレベルが変わりました。%s"
                                .formatted(shift.before(), share, shift.accounts(), reasons.ja()),
                        "%s of %d accounts changed their level since %s. %s"
                                .formatted(share, shift.accounts(), shift.before(), reasons.en())));
    }

    private static Problem distribution(ScoreShift shift, Text reasons) {
        String index = String.format(Locale.ROOT, "%.2f", shift.stability());
        return problem(
                Gate.DISTRIBUTION,
                new Text(
                        "健康度の分布が%sから大きく変わりました(PSI %s)。%s".formatted(shift.before(), index, reasons.ja()),
                        "healths are distributed otherwise than on %s (PSI %s). %s"
                                .formatted(shift.before(), index, reasons.en())));
    }

    private static Problem without(ScoreShift shift) {
        String numbers = "%.0f%% → %.0f%%".formatted(shift.withoutHealthBefore() * 100, shift.withoutHealth() * 100);
        return problem(
                Gate.WITHOUT_HEALTH,
                new Text(
                        "健康度のない顧客が%sから「%s」と増えました。".formatted(shift.before(), numbers),
                        "accounts without a health became more: '%s' since %s.".formatted(numbers, shift.before())));
    }

    private static Problem problem(Gate gate, Text message) {
        return Problem.error(
                gate.code(),
                new Location.Named(SCORES),
                message,
                new Text(
                        "その指標の取得元とマッピングを確認してください。指標やマッピングをわざと変えたのなら、--accept で受け入れられます。",
                        "Look at the sources and mappings of these metrics. If they were changed on purpose, accept it."));
    }
}
