package dev.kenshin.reliability;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A part of a night, by the names of its steps. */
enum Part {
    EXTRACT("while records are extracted and landed", "extract|land|aggregate"),
    MAP("while records are mapped", "model|map|accounts|link|check rows"),
    MEASURE("while metrics are measured", "measure"),
    SCORE("while accounts are scored", "score|movers|roll up|source status|reconcile"),
    PUBLISH("while tables, workbook and mart are published", "publish|show"),
    /** No step fails: the databases are closed, and the report is written. */
    END("at the end, when databases are closed and the report is written", "nothing");

    private static final Pattern STEP = Pattern.compile("(?m)^\\[ *(\\d+)/(\\d+)\\] (DONE|FAILED) +(.*?) +[\\d.]+ s");

    private final String words;
    private final Pattern steps;

    Part(String words, String steps) {
        this.words = words;
        this.steps = Pattern.compile("(" + steps + ")\\b.*");
    }

    /** When that is. */
    String words() {
        return words;
    }

    static Part of(String step) {
        return Arrays.stream(values())
                .filter(part -> part.steps.matcher(step).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("of which part of a night is '" + step + "'?"));
    }

    /** In which part a run failed, by what it said: that of the first step that failed, else of the last one that was done. */
    static Part ofFailure(String said) {
        Part reached = EXTRACT;
        for (MatchResult step : STEP.matcher(said).results().toList()) {
            reached = step.group(1).equals(step.group(2)) ? END : of(step.group(4));
            if (step.group(3).equals("FAILED")) {
                return of(step.group(4));
            }
        }
        return reached;
    }
}
