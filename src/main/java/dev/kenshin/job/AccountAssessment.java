package dev.kenshin.job;

import dev.kenshin.job.Explanation.Level;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the account stood once everybody had spoken.
 *
 * @param levelByHealth the level that the computed health alone gave
 * @param held why the computed level was not that one
 * @param computedHealth without what a person decided
 * @param manual what a person decided, if anything
 * @param escalations what raised the risk level above the level, the longest first
 */
public record AccountAssessment(
        Level levelByHealth,
        Optional<Text> held,
        OptionalDouble computedHealth,
        Level computedLevel,
        Optional<Decision> manual,
        Level riskLevel,
        List<Raised> escalations) {

    /** Who overrode the score or the level, why, and from which day to which. */
    public record Decision(String author, String reason, LocalDate setOn, LocalDate expiresOn) {}

    /** A rule that raised the risk level, and since which snapshot without a break. */
    public record Raised(String rule, Level raisedTo, Text reason, LocalDate since) {}
}
