package dev.kenshin.source.rest.slice;

import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;

/** Makes the streams that partitions come from. */
@FunctionalInterface
public interface ParentFactory {
    Parent parent(Component stream) throws Unsupported;
}
