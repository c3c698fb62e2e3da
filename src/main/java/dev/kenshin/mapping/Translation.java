package dev.kenshin.mapping;

import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.mapping.convert.Converter;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the values that a mapping lists. Raw values are compared as clean text, so that width and spaces do not
 * matter.
 *
 * @param values by clean text; already converted
 * @param otherwise for values that are not listed; null rejects them
 * @param at where the mapping lists them
 */
record Translation(Map<String, Conversion> values, @Nullable Conversion otherwise, Location at) implements Converter {

    @Override
    public Conversion convert(@Nullable Object raw) {
        String words = Words.of(raw);
        if (words.isEmpty()) {
            return Conversion.UNKNOWN;
        }
        Conversion listed = values.getOrDefault(words, otherwise);
        return listed == null ? unlisted(Words.shown(words)) : listed;
    }

    private Conversion unlisted(String value) {
        String allowed = String.join("、", values.keySet());
        return new Conversion.Failed(
                "KEN-P33",
                new Text(
                        "「" + value + "」は決められた値ではありません。使える値: " + allowed + "。",
                        "'" + value + "' is not a listed value. Listed: " + allowed.replace("、", ", ") + "."),
                new Text(
                        "元の値を直すか、" + at + " の values に「" + value + "」を加えるか、otherwise を決めてください。",
                        "Correct the value, or add '" + value + "' to values at " + at
                                + ", or state otherwise there."));
    }
}
