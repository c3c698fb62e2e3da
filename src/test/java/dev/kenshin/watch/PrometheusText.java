package dev.kenshin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus's text format as its specification has it, and is stricter than a collector: each family has HELP and
 * TYPE, in this order and before its samples, its samples stand together, and none stands twice.
 */
public final class PrometheusText {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|Inf)|NaN)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    private PrometheusText() {}

    /** Values by name and labels, such as {@code kenshin_accounts{job_name=nightly, level=high}}. */
    public static Map<String, Double> read(String text) {
        assertThat(text).endsWith("\n");
        Map<String, Double> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        String family = "";
        String described = "";
        for (String line : text.lines().toList()) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                boolean help = comment.group(1).equals("HELP");
                assertThat(comment.group(2)).isEqualTo(help ? comment.group(2) : described);
                assertThat(help || comment.group(3).equals("gauge")).as(line).isTrue();
                assertThat(!help || seen.add(comment.group(2))).as(line).isTrue();
                described = comment.group(2);
                family = help ? "" : described;
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            assertThat(sample.group(1)).isEqualTo(family);
            String key = sample.group(1) + labels(sample.group(2));
            assertThat(values.put(key, Double.parseDouble(sample.group(3))))
                    .as(line)
                    .isNull();
        }
        return values;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text == null) {
            return labels;
        }
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            assertThat(label.find() && label.start() == end).as(text).isTrue();
            end = label.end();
            String value =
                    label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
            assertThat(labels.put(label.group(1), value)).isNull();
        }
        return labels;
    }
}
