package dev.kenshin.cli;

import dev.kenshin.job.AccountAssessment;
import dev.kenshin.job.AccountAssessment.Decision;
import dev.kenshin.job.AccountAssessment.Raised;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;

/** What stands beside the sum: why the level is not the health's own, what a person decided, what raises the risk. */
final class AssessmentSection {
    private final AccountAssessment assessment;
    private final Language language;

    AssessmentSection(AccountAssessment assessment, Language language) {
        this.assessment = assessment;
        this.language = language;
    }

    /** Nothing where the level follows from the health and the risk from the level. */
    String print() {
        String lines = assessment.manual().map(this::decision).orElse("")
                + assessment.held().map(this::held).orElse("")
                + escalations();
        return lines.isEmpty() ? "" : "\n" + lines;
    }

    private String decision(Decision decision) {
        String computed = assessment.computedHealth().isPresent()
                ? say("健康度 ", "health ")
                        + AddingUp.round(assessment.computedHealth().getAsDouble(), 2)
                : say("健康度なし", "no health");
        String level = assessment.computedLevel().label().in(language);
        return say("手動の上書き: ", "Overridden by hand: ") + decision.author()
                + say("「" + decision.reason() + "」", ", \"" + decision.reason() + "\"")
                + say(
                        "(" + decision.setOn() + " から " + decision.expiresOn() + " まで)",
                        " (" + decision.setOn() + " to " + decision.expiresOn() + ")")
                + say("。計算では", "; computed: ") + computed + say("、", ", ") + level + "\n";
    }

    private String held(Text why) {
        String own = assessment.levelByHealth().label().in(language);
        String kept = assessment.computedLevel().label().in(language);
        return say("「" + kept + "」に据え置き: ", "Held at " + kept + ": ") + why.in(language)
                + say("。健康度だけなら「" + own + "」", "; the health alone gives " + own) + "\n";
    }

    private String escalations() {
        if (assessment.escalations().isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder(say("リスクレベル ", "Risk level "))
                .append(assessment.riskLevel().label().in(language))
                .append('\n');
        assessment.escalations().forEach(each -> lines.append(escalation(each)));
        return lines.toString();
    }

    private String escalation(Raised each) {
        String level = each.raisedTo().label().in(language);
        return "  " + each.reason().in(language)
                + say(" → " + level + "(" + each.since() + " から)", " → " + level + " (since " + each.since() + ")")
                + "\n";
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
