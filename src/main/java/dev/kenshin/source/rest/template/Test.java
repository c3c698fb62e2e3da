package dev.kenshin.source.rest.template;

import org.jspecify.annotations.Nullable;

/** Says something about a value: {@code value is test}. */
@FunctionalInterface
interface Test {
    boolean holds(@Nullable Object value, Arguments arguments);
}
