package dev.kenshin.source.rest.template;

import org.jspecify.annotations.Nullable;

/** Something that has a value wherever it is looked at. */
@FunctionalInterface
interface Expression {
    @Nullable
    Object value(Frame frame);

    static Expression constant(@Nullable Object value) {
        return new Constant(value);
    }

    /** The same wherever it is looked at. */
    record Constant(@Nullable Object known) implements Expression {
        @Override
        public @Nullable Object value(Frame frame) {
            return known;
        }
    }
}
