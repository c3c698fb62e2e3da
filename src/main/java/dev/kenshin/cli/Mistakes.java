package dev.kenshin.cli;

import dev.kenshin.config.ConfigException;
import dev.kenshin.problem.Location.InText;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a configuration, each mistake once, although several checks may stumble over it. */
final class Mistakes {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private Mistakes() {}

    /** @throws ConfigException if there are errors */
    static void check(Problems problems) {
        if (problems.hasErrors()) {
            throw new ConfigException(distinct(problems.all()));
        }
    }

    /** Of problems that name the same value on the same line the one with the most exact place. */
    static List<Problem> distinct(Collection<Problem> problems) {
        Map<Object, Problem> mistakes = new LinkedHashMap<>();
        for (Problem problem : problems) {
            mistakes.merge(mistake(problem), problem, Mistakes::moreExact);
        }
        return List.copyOf(mistakes.values());
    }

    private static Object mistake(Problem problem) {
        Matcher quoted = QUOTED.matcher(problem.message().en());
        return problem.location() instanceof InText place && place.line() > 0 && quoted.find()
                ? List.of(place.file(), place.line(), quoted.group(1))
                : problem;
    }

    private static Problem moreExact(Problem one, Problem other) {
        return column(other) > column(one) ? other : one;
    }

    private static int column(Problem problem) {
        return problem.location() instanceof InText place ? place.column() : 0;
    }
}
