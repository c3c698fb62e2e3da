package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.template.Variables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a record in place. */
@FunctionalInterface
interface Transformation {
    void apply(Map<String, @Nullable Object> record, Variables scope) throws SourceUnavailable;
}
