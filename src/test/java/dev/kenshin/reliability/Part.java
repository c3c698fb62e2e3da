package dev.kenshin.reliability;

import java.util.Arrays;
import java.util.regex.Matcher;
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

    private static final Pattern FAILED = Pattern.compile("(?m)^\\[ *\\d+/\\d+\\] FAILED +(.*?) +[\\d.]+ s");

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

    /** In which part the first step failed, by what the run said. */
    static Part ofFailure(String said) {
        Matcher failed = FAILED.matcher(said);
        return failed.find() ? of(failed.group(1)) : said.contains(" DONE ") ? END : EXTRACT;
    }
}
