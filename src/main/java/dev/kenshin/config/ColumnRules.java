package dev.kenshin.config;

import java.util.List;

/**
 * Which fields of a stream's records are kept, and which of them as pseudonyms only: {@code keep}, {@code drop} and
 * {@code pseudonymise} of the stream. What does not land is written nowhere.
 *
 * @param keep the only fields that land; empty: all
 * @param drop fields that do not land
 * @param pseudonymise fields of which a keyed hash lands
 */
public record ColumnRules(List<String> keep, List<String> drop, List<String> pseudonymise) {
    static final String KEEP = "keep";
    static final String DROP = "drop";
    static final String PSEUDONYMISE = "pseudonymise";

    public static ColumnRules of(StreamConfig stream) {
        return new ColumnRules(texts(stream, KEEP), texts(stream, DROP), texts(stream, PSEUDONYMISE));
    }

    /** Whether every field lands as it is. */
    public boolean isEmpty() {
        return keep.isEmpty() && drop.isEmpty() && pseudonymise.isEmpty();
    }

    public boolean lands(String field) {
        return (keep.isEmpty() || keep.contains(field)) && !drop.contains(field);
    }

    private static List<String> texts(StreamConfig stream, String key) {
        return stream.options().get(key).map(Yaml::asTexts).orElse(List.of());
    }
}
