package dev.kenshin.mapping;

import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** "Did you mean": the name that a mistyped one is nearest to. */
final class Suggestion {
    private static final double NEAR = 0.75;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Suggestion() {}

    /** An instruction to use the nearest name, or one of all names where none is near. */
    static Text of(String written, Collection<String> names) {
        return nearest(written, names)
                .map(near -> new Text("「" + near + "」の誤りではありませんか。", "Did you mean '" + near + "'?"))
                .orElseGet(() -> new Text(
                        "次のどれかにしてください: " + String.join("、", names) + "。",
                        "Use one of: " + String.join(", ", names) + "."));
    }

    private static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> SIMILARITY.apply(written, name) >= NEAR)
                .max(Comparator.comparingDouble(name -> SIMILARITY.apply(written, name)));
    }
}
