package dev.kenshin.config;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        Map<NodePath, Strangers> strangers = strangers(errors);
        Set<Problem> found = new LinkedHashSet<>();
        for (Error error : errors) {
            if (!follows(error, strangers.getOrDefault(error.getInstanceLocation(), new Strangers()))) {
                found.add(new Violation(error, file, schemas).problem());
            }
        }
        found.forEach(problems::add);
    }

    /** The keys of a mapping that nobody knows, and the known ones that were probably meant by them. */
    private record Strangers(Set<String> keys, Set<String> meant) {
        Strangers() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    private Map<NodePath, Strangers> strangers(List<Error> errors) {
        Map<NodePath, Strangers> strangers = new HashMap<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                String key = error.getProperty();
                Strangers here = strangers.computeIfAbsent(error.getInstanceLocation(), at -> new Strangers());
                here.keys().add(key);
                Suggestion.nearest(key, Violation.keys(schemas.around(error))).ifPresent(here.meant()::add);
            }
        }
        return strangers;
    }

    /**
     * Whether an error only follows from another: the branches of a "one of" (which itself is reported), a "one of"
     * over something that is no mapping, a key that is missing because it was misspelt, and what the form of a mapping
     * forbids or demands that was chosen because a key was misspelt.
     */
    private static boolean follows(Error error, Strangers strangers) {
        List<Object> path = elements(error.getEvaluationPath());
        boolean misspelt = !strangers.meant().isEmpty();
        return path.subList(0, path.size() - 1).contains("oneOf")
                || switch (error.getKeyword()) {
                    case "oneOf" -> misspelt || !error.getInstanceNode().isObject();
                    case "required" ->
                        strangers.meant().contains(error.getProperty()) || (misspelt && path.contains("else"));
                    case "propertyNames" -> misspelt || strangers.keys().contains(error.getProperty());
                    default -> false;
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
