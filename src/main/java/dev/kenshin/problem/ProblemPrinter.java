package dev.kenshin.problem;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders problems for people, as a compiler does: grouped by file, in order of position, each as one line
 * {@code place CODE message fix} with the line of the file and a caret beneath, and the count at the end.
 *
 * @param colour whether to use ANSI colours
 * @param base where relative file names of locations start from
 */
public record ProblemPrinter(Language language, boolean colour, Path base) {
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** All problems, each line ended by {@code \n}; empty where there is none. */
    public String print(Collection<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        Map<String, List<Problem>> byFile = problems.stream()
                .sorted(Problem.BY_PLACE)
                .collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()));
        StringBuilder out = new StringBuilder();
        byFile.forEach((file, inFile) -> printFile(file, inFile, out));
        return out.append(count(problems)).append('\n').toString();
    }

    private void printFile(String file, List<Problem> problems, StringBuilder out) {
        Excerpts excerpts = Excerpts.of(base.resolve(file));
        problems.forEach(problem -> {
            out.append(headline(problem)).append('\n');
            excerpts.at(problem.location()).ifPresent(excerpt -> out.append(excerpt.in(this::caret)));
        });
        out.append('\n');
    }

    private String headline(Problem problem) {
        String place = painted(BOLD, problem.location().toString());
        String code = painted(problem.severity() == Severity.ERROR ? RED : YELLOW, problem.code());
        return place + " " + code + " " + problem.words(language);
    }

    private String caret(String caret) {
        return painted(RED, caret);
    }

    private String painted(String paint, String words) {
        return colour ? paint + words + PLAIN : words;
    }

    private String count(Collection<Problem> problems) {
        long errors =
                problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
        long warnings = problems.size() - errors;
        return new Text(
                        "エラー " + errors + "件、警告 " + warnings + "件。",
                        errors
                                + (errors == 1 ? " error, " : " errors, ")
                                + warnings
                                + (warnings == 1 ? " warning." : " warnings."))
                .in(language);
    }
}
