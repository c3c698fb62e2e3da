package dev.kenshin.job;

import dev.kenshin.gate.Acceptances;
import dev.kenshin.gate.GateTable;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Lets a step go on, or stops the night, by what the quality gates say and what a person has accepted. */
final class GateKeeper {
    private final Night night;
    private final String step;

    GateKeeper(Night night, String step) {
        this.night = night;
        this.step = step;
    }

    /** What is left of the judgements once a person was asked. */
    List<Judgement> accepting(List<Judgement> judgements) {
        Acceptances accepted = night.accepted();
        return judgements.stream()
                .map(judgement ->
                        judgement.isBlocked() && accepted.cover(judgement) ? judgement.as(Outcome.ACCEPTED) : judgement)
                .toList();
    }

    /** Goes on in the transaction at hand, or throws after it has kept why not. */
    void decide(List<Judgement> judgements) throws SQLException {
        List<Judgement> settled = accepting(judgements);
        if (settled.stream().anyMatch(Judgement::isBlocked)) {
            throw stop(settled);
        }
        goOn(settled);
    }

    /** Keeps the judgements in the transaction at hand, and tells of what needs a look. */
    void goOn(List<Judgement> judgements) throws SQLException {
        GateTable.replace(night.inTransaction(), night.asOf(), step, judgements);
        night.log().gates(step, judgements);
        judgements.forEach(this::tell);
    }

    private void tell(Judgement judgement) {
        judgement
                .problem()
                .filter(problem -> judgement.outcome() != Outcome.REFUSED)
                .ifPresent(problem -> {
                    night.log().problem(step, problem.asWarning());
                    if (judgement.outcome() == Outcome.ACCEPTED) {
                        night.log().problem(step, accepted(judgement));
                    }
                });
    }

    /** Keeps the judgements apart from the transaction at hand, which will be rolled back. */
    void keepApart(List<Judgement> judgements) throws SQLException {
        night.log().gates(step, judgements);
        judgements.stream().filter(judgement -> !judgement.isBlocked()).forEach(this::tell);
        try (Connection own = night.warehouse().connection()) {
            own.setAutoCommit(false);
            GateTable.replace(own, night.asOf(), step, judgements);
            own.commit();
        }
    }

    private NightFailure stop(List<Judgement> judgements) throws SQLException {
        keepApart(judgements);
        return new NightFailure(ExitCode.GATE, problems(judgements));
    }

    /** Why it is blocked. */
    static List<Problem> problems(List<Judgement> judgements) {
        return judgements.stream()
                .filter(Judgement::isBlocked)
                .flatMap(judgement -> judgement.problem().stream())
                .toList();
    }

    private Problem accepted(Judgement judgement) {
        return Problem.warning(
                "KEN-Q10",
                new Location.Named(judgement.subject()),
                new Text(
                        "「" + judgement.gate().code() + "」は、--accept の指定により正しいものとして通しました。",
                        "'" + judgement.gate().code() + "' was let pass, since --accept says that it is right."),
                new Text("ほかに必要な操作はありません。gate.csv に記録しました。", "Nothing else is to be done; gate.csv says so."));
    }
}
