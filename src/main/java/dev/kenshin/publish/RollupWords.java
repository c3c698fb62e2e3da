package dev.kenshin.publish;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the dimensions of a roll-up and their members are called, and in which order dimensions stand. */
final class RollupWords {
    /** The dimensions that every company has; a segment of such a name gets {@code segment_} before it. */
    private static final List<String> FIRST = List.of("total", "parent", "children", "product", "owner");

    private static final List<String> LAST = List.of("cohort", "scorecard");
    private static final List<String> COLUMNS =
            List.of("dimension", "member", "position", "label_ja", "label_en", "none_ja", "none_en");
    private static final Text ALL = new Text("すべて", "All");
    private static final Text NONE = new Text("なし", "None");

    private final List<@Nullable String[]> rows = new ArrayList<>();
    private final Terms terms;
    private final Set<String> shipped;

    private RollupWords(Terms terms) {
        this.terms = terms;
        this.shipped = Set.copyOf(Stream.concat(FIRST.stream(), LAST.stream()).toList());
    }

    static String of(Glossary glossary) {
        RollupWords words = new RollupWords(new Terms(glossary));
        FIRST.forEach(words::dimension);
        glossary.segments().forEach(words::segment);
        LAST.forEach(words::dimension);
        glossary.scorecards().forEach(words::scorecard);
        return Words.query(COLUMNS, words.rows);
    }

    private void dimension(String name) {
        heading(name, terms.of("dimension", name), name.equals("total") ? ALL : NONE);
    }

    private void segment(SegmentConfig segment) {
        String name = shipped.contains(segment.name()) ? OwnColumns.SEGMENT_PREFIX + segment.name() : segment.name();
        heading(name, segment.label(), NONE);
        Stream.concat(segment.classes().stream().map(SegmentConfig.SegmentClass::name), Stream.of(segment.otherwise()))
                .distinct()
                .forEach(each -> member(name, each, terms.of(segment.name(), each)));
    }

    private void scorecard(ScorecardConfig scorecard) {
        member("scorecard", scorecard.name(), scorecard.label());
    }

    private void heading(String dimension, Text label, Text none) {
        String position = String.format(Locale.ROOT, "%06d", rows.size());
        rows.add(new @Nullable String[] {dimension, null, position, label.ja(), label.en(), none.ja(), none.en()});
    }

    private void member(String dimension, String member, Text label) {
        rows.add(new @Nullable String[] {dimension, member, null, label.ja(), label.en(), null, null});
    }
}
