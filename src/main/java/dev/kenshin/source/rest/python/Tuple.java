package dev.kenshin.source.rest.python;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that cannot change and prints in round brackets. */
public final class Tuple extends AbstractList<@Nullable Object> {
    private final List<@Nullable Object> items;

    public Tuple(List<? extends @Nullable Object> items) {
        this.items = Collections.unmodifiableList(items);
    }

    public static Tuple of(@Nullable Object... items) {
        return new Tuple(Arrays.asList(items));
    }

    @Override
    public @Nullable Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
