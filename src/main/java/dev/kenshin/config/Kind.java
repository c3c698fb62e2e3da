package dev.kenshin.config;

import java.util.Locale;

/** The kinds of configuration files: each has a folder (or one file) and a JSON Schema of its own. */
enum Kind {
    JOB("jobs"),
    SOURCE("sources"),
    USAGE("usage"),
    MAPPING("mappings"),
    METRICS("metrics"),
    SEGMENTS("segments.yaml"),
    SCORECARD("scorecards"),
    /** Examples, which lie beside what they are about, in any folder. */
    SPEC("*.spec.yaml");

    private final String place;

    Kind(String place) {
        this.place = place;
    }

    /** The folder's name; of segments, the file's. */
    String place() {
        return place;
    }

    /** The schema's file name. */
    String schema() {
        return name().toLowerCase(Locale.ROOT) + ".schema.json";
    }
}
