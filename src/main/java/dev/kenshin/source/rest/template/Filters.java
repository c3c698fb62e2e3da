package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Undefined;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters by their names. */
final class Filters {
    private static final Map<String, Filter> GENERAL = Map.of(
            "default", Filters::orDefault,
            "d", Filters::orDefault,
            "attr", (value, with, frame) -> Members.method(value, with.text(0, "name")));

    private Filters() {}

    static Filter named(String name) {
        return Stream.of(
                        GENERAL,
                        TextFilters.ALL,
                        NumberFilters.ALL,
                        ListFilters.ALL,
                        SelectingFilters.ALL,
                        CodingFilters.ALL)
                .flatMap(some -> Optional.ofNullable(some.get(name)).stream())
                .findFirst()
                .orElseThrow(() -> Mistake.unknown("フィルター", "filter", name));
    }

    private static @Nullable Object orDefault(@Nullable Object value, Arguments with, Frame frame) {
        boolean falseToo = Truth.of(with.get(1, "boolean"));
        boolean missing = value instanceof Undefined || (falseToo && !Truth.of(value));
        return missing ? (with.has(0, "default_value") ? with.get(0, "default_value") : "") : value;
    }
}
