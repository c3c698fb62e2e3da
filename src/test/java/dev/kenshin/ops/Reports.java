package dev.kenshin.ops;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reports and problems for tests. */
final class Reports {
    static final LocalDate NIGHT = LocalDate.of(2026, 10, 31);
    static final Instant START = Instant.parse("2026-11-01T18:00:00Z");

    private Reports() {}

    static RunReport.Run run(String id) {
        return new RunReport.Run(
                id, "nightly", NIGHT, 1, ProcessHandle.current().pid(), START);
    }

    static RunReport running(String id) {
        StepReport step = new StepReport("score", RunState.RUNNING, START, null, Map.of("scored", 7L));
        return new RunReport(
                run(id), RunState.RUNNING, null, null, 3, List.of(step), List.of(found("score")), List.of());
    }

    static Finding found(String step) {
        return Finding.of(step, problem("crm.accounts"));
    }

    static Problem problem(String place) {
        return Problem.warning(
                "KEN-L03",
                new Location.Named(place),
                new Text("データが古すぎます。", "the data is too old."),
                new Text("確認してください。", "Have a look."));
    }
}
