package dev.kenshin.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a person hears of all of them at once. Not for use by several threads. */
public final class Problems {
    private final List<Problem> problems = new ArrayList<>();

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void error(String code, Location location, Text message, Text fix) {
        add(Problem.error(code, location, message, fix));
    }

    public void warning(String code, Location location, Text message, Text fix) {
        add(Problem.warning(code, location, message, fix));
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems in the order in which they were found. */
    public List<Problem> all() {
        return List.copyOf(problems);
    }
}
