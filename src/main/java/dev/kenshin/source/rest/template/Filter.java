package dev.kenshin.source.rest.template;

import org.jspecify.annotations.Nullable;

/** Makes something of the value before the bar: {@code value | filter}. */
@FunctionalInterface
interface Filter {
    @Nullable
    Object apply(@Nullable Object value, Arguments arguments, Frame frame);
}
