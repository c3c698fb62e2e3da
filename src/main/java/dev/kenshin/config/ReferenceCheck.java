package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.Collection;

/** Checks that what is referred to exists. */
final class ReferenceCheck {
    private final Problems problems;

    ReferenceCheck(Problems problems) {
        this.problems = problems;
    }

    /** @param kind what is referred to, in words */
    void check(Reference reference, Collection<String> known, Text kind) {
        String name = reference.name();
        if (name.isEmpty() || known.contains(name)) {
            return;
        }
        problems.error(
                "KEN-C20",
                reference.at(),
                new Text(kind.ja() + "「" + name + "」はありません。", "There is no " + kind.en() + " '" + name + "'."),
                Suggestion.among(name, known));
    }
}
