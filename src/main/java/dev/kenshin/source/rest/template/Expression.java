package dev.kenshin.source.rest.template;

import org.jspecify.annotations.Nullable;

/** Something that has a value wherever it is looked at. */
@FunctionalInterface
interface Expression {
    @Nullable
    Object value(Frame frame);

    static Expression constant(@Nullable Object value) {
        return frame -> value;
    }
}
