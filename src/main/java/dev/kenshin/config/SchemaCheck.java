package dev.kenshin.config;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a file against the schema of its kind, and says what is wrong in our own words. */
final class SchemaCheck {
    private final Schemas schemas;
    private final Problems problems;

    SchemaCheck(Schemas schemas, Problems problems) {
        this.schemas = schemas;
        this.problems = problems;
    }

    /** Adds one problem for each mistake; what only follows from another mistake is left out. */
    void check(ConfigTree file) {
        List<Error> errors = schemas.validate(file.file().kind(), file.json());
        Map<NodePath, Set<String>> meant = meantKeys(errors);
        Set<Problem> found = new LinkedHashSet<>();
        for (Error error : errors) {
            if (!follows(error, meant.getOrDefault(error.getInstanceLocation(), Set.of()))) {
                found.add(new Violation(error, file, schemas).problem());
            }
        }
        found.forEach(problems::add);
    }

    /** For each mapping with an unknown key: the keys that were probably meant. */
    private Map<NodePath, Set<String>> meantKeys(List<Error> errors) {
        Map<NodePath, Set<String>> meant = new HashMap<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                Suggestion.nearest(error.getProperty(), Violation.keys(schemas.around(error)))
                        .ifPresent(key -> meant.computeIfAbsent(error.getInstanceLocation(), at -> new LinkedHashSet<>())
                                .add(key));
            }
        }
        return meant;
    }

    /**
     * Whether an error only follows from another: the branches of a "one of" (which itself is reported), a "one of"
     * over something that is no mapping, and a key that is missing because it was misspelt.
     */
    private static boolean follows(Error error, Set<String> meant) {
        List<Object> path = elements(error.getEvaluationPath());
        boolean branch = path.subList(0, path.size() - 1).contains("oneOf");
        return switch (error.getKeyword()) {
            case "oneOf" -> branch || !error.getInstanceNode().isObject() || !meant.isEmpty();
            case "required" -> branch || meant.contains(error.getProperty()) || path.contains("else") && !meant.isEmpty();
            default -> branch;
        };
    }

    static List<Object> elements(NodePath path) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            elements.add(path.getElement(i));
        }
        return elements;
    }
}
