package dev.kenshin.metric;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/metrics/voice.yaml}, row by row. */
final class NaiveVoice {
    static final Map<String, Naive> METRICS = Map.ofEntries(
            entry("nps", facts -> nps(scores(facts.window("survey_response", "answered_at", 365)), 1)),
            entry("nps_decision_makers", facts -> nps(scoresOf(facts, "decision_maker"), 1)),
            entry("nps_administrators", facts -> nps(scoresOf(facts, "administrator"), 1)),
            entry("nps_users", facts -> nps(scoresOf(facts, "user"), 2)),
            entry(
                    "nps_answers_365d",
                    facts -> Optional.of((double) scores(facts.window("survey_response", "answered_at", 365))
                            .size())),
            entry("last_nps_score", NaiveVoice::last),
            entry("days_since_survey", facts -> facts.daysSinceLast(facts.rows("survey_response"), "answered_at")));

    private NaiveVoice() {}

    private static Optional<Double> nps(List<Double> scores, int atLeast) {
        if (scores.size() < atLeast) {
            return Optional.empty();
        }
        double promoters = scores.stream().filter(score -> score >= 9).count();
        double detractors = scores.stream().filter(score -> score <= 6).count();
        return Optional.of(100 * (promoters - detractors) / scores.size());
    }

    private static List<Double> scoresOf(Facts facts, String role) {
        List<Row> answers = facts.window("survey_response", "answered_at", 365);
        return scores(Facts.where(answers, row -> row.is("role", role)));
    }

    private static List<Double> scores(List<Row> answers) {
        return answers.stream()
                .filter(row -> row.is("kind", "nps"))
                .flatMap(row -> row.number("score").stream())
                .toList();
    }

    private static Optional<Double> last(Facts facts) {
        List<Row> answers = Facts.where(
                facts.rows("survey_response"),
                row -> row.is("kind", "nps") && row.number("score").isPresent());
        Optional<LocalDate> last = answers.stream()
                .flatMap(row -> row.date("answered_at").stream())
                .max(Comparator.naturalOrder());
        return last.flatMap(day -> Facts.mean(
                scores(Facts.where(answers, row -> row.date("answered_at").equals(last)))));
    }
}
