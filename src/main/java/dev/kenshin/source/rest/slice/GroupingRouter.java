package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes several partitions of another router together, their values as lists, so that one call asks for all of them. */
final class GroupingRouter implements Router {
    private final Router underlying;
    private final int size;
    private final boolean distinct;

    private GroupingRouter(Router underlying, int size, boolean distinct) {
        this.underlying = underlying;
        this.size = size;
        this.distinct = distinct;
    }

    static GroupingRouter of(Component component, ParentFactory parents) throws Unsupported {
        return new GroupingRouter(
                Routers.one(component.required("underlying_partition_router"), parents),
                (int) Math.max(1, component.number("group_size").orElseThrow(() -> component.missing("group_size"))),
                !component.has("deduplicate") || component.flag("deduplicate"));
    }

    @Override
    public void partitions(Progress progress, Variables scope, Visitor<Slice> partitions)
            throws SourceUnavailable, RateLimitSpent {
        List<Slice> group = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        underlying.partitions(progress, scope, slice -> {
            if (!distinct || seen.add(slice.key())) {
                group.add(slice);
            }
            if (group.size() == size) {
                Slice full = together(group);
                group.clear();
                partitions.visit(full);
            }
        });
        if (!group.isEmpty()) {
            partitions.visit(together(group));
        }
    }

    private static Slice together(List<Slice> group) {
        Map<String, @Nullable Object> partition = new LinkedHashMap<>();
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        for (Slice slice : group) {
            slice.partition().forEach((name, value) -> {
                if (!name.equals("parent_slice")) {
                    add(partition, name, value);
                }
            });
            slice.extra().forEach((name, value) -> add(extra, name, value));
        }
        return new Slice(partition, Map.of(), extra);
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, @Nullable Object> lists, String name, @Nullable Object value) {
        ((List<@Nullable Object>) lists.computeIfAbsent(name, key -> new ArrayList<@Nullable Object>())).add(value);
    }

    @Override
    public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
        underlying.inject(slice, parts, scope);
    }
}
