package dev.kenshin.config;

import dev.kenshin.problem.Text;
import java.util.Collection;

/**
 * The segments that a scorecard may refer to.
 *
 * @param complete whether the file of segments could be read, so that all names are known
 */
record SegmentNames(Collection<String> names, boolean complete, ReferenceCheck references) {
    private static final Text SEGMENT = new Text("セグメント", "segment");

    void check(Reference segment) {
        if (complete) {
            references.check(segment, names, SEGMENT);
        }
    }
}
