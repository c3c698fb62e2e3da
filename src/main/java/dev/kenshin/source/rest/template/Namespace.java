package dev.kenshin.source.rest.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a loop may set for what comes after it: {@code {% set ns.total = 1 %}}. */
record Namespace(Map<String, @Nullable Object> values) {}
