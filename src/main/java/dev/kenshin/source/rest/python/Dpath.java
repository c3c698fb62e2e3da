package dev.kenshin.source.rest.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paths into nested values: names of fields, positions in lists, {@code *} for all that is at one level, and {@code **} for
 * everything at any depth.
 */
public final class Dpath {
    /** The step to everything at any depth. */
    public static final String DEEP = "**";

    private static final String ALL = "*";
    private static final int LONGEST_LIST = 10_000;

    private Dpath() {}

    /** Whether a path leads somewhere, be it to null. */
    public static boolean exists(Object root, List<String> path) {
        return path.isEmpty()
                || all(root, path.subList(0, path.size() - 1)).stream()
                        .anyMatch(parent ->
                                !children(parent, path.get(path.size() - 1)).isEmpty());
    }

    /** The value at a path; empty where it leads nowhere or to null. */
    public static Optional<Object> find(@Nullable Object root, List<String> path) {
        List<Object> found = all(root, path);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Every value that the path leads to, null ones left out. */
    public static List<Object> all(@Nullable Object root, List<String> path) {
        List<Object> at = new ArrayList<>();
        if (root != null) {
            at.add(root);
        }
        for (String step : path) {
            List<Object> next = new ArrayList<>();
            at.forEach(value -> children(value, step).stream()
                    .filter(child -> child != null)
                    .forEach(next::add));
            at = next;
        }
        return at;
    }

    /** Puts a value at a path, and what is missing on the way. Lists grow as far as the path says. */
    @SuppressWarnings("unchecked")
    public static void put(Map<String, @Nullable Object> root, List<String> path, @Nullable Object value) {
        Object at = root;
        for (int i = 0; i < path.size() - 1; i++) {
            Object next = children(at, path.get(i)).stream().findFirst().orElse(null);
            if (!(next instanceof Map<?, ?>) && !(next instanceof List<?>)) {
                next = new LinkedHashMap<String, @Nullable Object>();
                set(at, path.get(i), next);
            }
            at = next;
        }
        set(at, path.get(path.size() - 1), value);
    }

    /** Takes out every value that the path leads to. */
    public static void remove(@Nullable Object root, List<String> path) {
        String last = path.get(path.size() - 1);
        for (Object parent : all(root, path.subList(0, path.size() - 1))) {
            if (parent instanceof Map<?, ?> map) {
                if (last.equals(ALL)) {
                    map.clear();
                } else {
                    map.remove(last);
                }
            } else if (parent instanceof List<?> list && position(last, list.size()) >= 0) {
                list.remove(position(last, list.size()));
            }
        }
    }

    private static List<@Nullable Object> children(@Nullable Object parent, String step) {
        List<@Nullable Object> children = new ArrayList<>();
        if (step.equals(DEEP)) {
            children.add(parent);
            children(parent, ALL).forEach(child -> children.addAll(children(child, DEEP)));
        } else if (parent instanceof Map<?, ?> map) {
            if (step.equals(ALL)) {
                children.addAll(map.values());
            } else if (map.containsKey(step)) {
                children.add(map.get(step));
            }
        } else if (parent instanceof List<?> list) {
            if (step.equals(ALL)) {
                children.addAll(list);
            } else if (position(step, list.size()) >= 0) {
                children.add(list.get(position(step, list.size())));
            }
        }
        return children;
    }

    @SuppressWarnings("unchecked")
    private static void set(@Nullable Object parent, String step, @Nullable Object value) {
        if (parent instanceof Map<?, ?>) {
            ((Map<String, @Nullable Object>) parent).put(step, value);
        } else if (parent instanceof List<?> && position(step, LONGEST_LIST) >= 0) {
            List<@Nullable Object> list = (List<@Nullable Object>) parent;
            int position = position(step, LONGEST_LIST);
            while (list.size() <= position) {
                list.add(null);
            }
            list.set(position, value);
        }
    }

    /** -1 where the step is no position below {@code size}. */
    private static int position(String step, int size) {
        if (!step.matches("\\d{1,8}")) {
            return -1;
        }
        int position = Integer.parseInt(step);
        return position < size ? position : -1;
    }
}
