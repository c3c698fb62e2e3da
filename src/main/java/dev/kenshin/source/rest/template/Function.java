package dev.kenshin.source.rest.template;

import org.jspecify.annotations.Nullable;

/** Something that can be called: a function, or the method of a value. */
@FunctionalInterface
interface Function {
    @Nullable
    Object call(Arguments arguments, Frame frame);
}
