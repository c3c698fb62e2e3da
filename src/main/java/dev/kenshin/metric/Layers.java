package dev.kenshin.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders columns so that each comes after those it needs. Columns in a circle, and those that need them, are left out. */
final class Layers {
    private final Map<String, MetricColumn> columns = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();
    private final List<List<String>> cycles = new ArrayList<>();
    private final Set<String> path = new LinkedHashSet<>();
    private final Set<String> hopeless = new LinkedHashSet<>();

    Layers(List<MetricColumn> columns) {
        columns.forEach(column -> this.columns.put(column.name(), column));
        this.columns.keySet().forEach(this::visit);
    }

    /** The first layer (which may be empty) is read from tables; every further one needs only layers before it. */
    List<List<MetricColumn>> inOrder() {
        List<List<MetricColumn>> layers = new ArrayList<>();
        int deepest = depths.values().stream().reduce(0, Math::max);
        for (int depth = 0; depth <= deepest; depth++) {
            layers.add(new ArrayList<>());
        }
        depths.forEach((name, depth) -> layers.get(depth).add(columns.get(name)));
        return layers;
    }

    /** Each as a walk that ends where it began. */
    List<List<String>> cycles() {
        return cycles;
    }

    /** Whether the column can be computed. */
    private boolean visit(String name) {
        if (path.contains(name)) {
            addCycle(name);
            return false;
        }
        MetricColumn column = columns.get(name);
        if (depths.containsKey(name) || hopeless.contains(name) || column == null) {
            return depths.containsKey(name);
        }
        path.add(name);
        boolean computable = true;
        for (String need : column.needs()) {
            computable &= visit(need);
        }
        path.remove(name);
        if (computable) {
            depths.put(name, depth(column));
        } else {
            hopeless.add(name);
        }
        return computable;
    }

    private int depth(MetricColumn column) {
        if (!(column.formula() instanceof Formula.Derived)) {
            return 0;
        }
        return 1 + column.needs().stream().mapToInt(depths::get).max().orElse(0);
    }

    private void addCycle(String name) {
        List<String> walk = new ArrayList<>(path);
        List<String> cycle = new ArrayList<>(walk.subList(walk.indexOf(name), walk.size()));
        cycle.add(name);
        cycles.add(cycle);
    }
}
