package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where an account stands once all have spoken: the health, what was decided by hand, how the level came about, and the
 * risk beside it.
 *
 * @param health with what a person has decided
 * @param level as it is shown: a person's, else the computed one
 * @param levelByHealth the level that the computed health alone gives
 * @param readings how many snapshots in a row gave that, this one included
 * @param held why the computed level is not the one that the health alone gives
 * @param computedHealth without what a person has decided
 * @param computedLevel without what a person has decided
 * @param riskLevel the level, raised by the escalations
 * @param escalations those whose condition was true, in the order of the card
 */
public record Assessment(
        Health health,
        String level,
        String levelByHealth,
        int readings,
        Optional<Text> held,
        OptionalDouble computedHealth,
        String computedLevel,
        Optional<ManualOverride> manual,
        String riskLevel,
        List<Escalation> escalations) {

    /** The escalation that asks for the worst level; of several, the first. */
    public Optional<Escalation> mainEscalation() {
        return escalations.stream()
                .filter(each -> each.raisedTo().equals(riskLevel))
                .findFirst()
                .or(() -> escalations.stream().findFirst());
    }
}
