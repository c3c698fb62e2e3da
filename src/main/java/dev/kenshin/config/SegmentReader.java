package dev.kenshin.config;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code config/segments.yaml}. */
final class SegmentReader {
    private SegmentReader() {}

    static List<SegmentConfig> read(ConfigTree file) {
        Section top = new Section(file.tree());
        List<SegmentConfig> segments = new ArrayList<>();
        for (String name : top.mapping().entries().keySet()) {
            Section segment = top.section(name);
            segments.add(new SegmentConfig(
                    name, segment.label("label", name), classes(segment), segment.words("otherwise"), top.keyAt(name)));
        }
        return segments;
    }

    private static List<SegmentConfig.SegmentClass> classes(Section segment) {
        List<SegmentConfig.SegmentClass> classes = new ArrayList<>();
        segment.sections("classes")
                .forEach((name, part) ->
                        classes.add(new SegmentConfig.SegmentClass(name, part.label("label", name), part.sql("when"))));
        return classes;
    }
}
