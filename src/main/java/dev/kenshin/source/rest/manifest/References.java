package dev.kenshin.source.rest.manifest;

import dev.kenshin.problem.Text;
import dev.kenshin.source.rest.auth.Unsupported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what {@code $ref} and plain {@code "#/…"} texts refer to in their place. Keys that stand beside a {@code $ref} win
 * over those of what it refers to.
 */
final class References {
    private static final String REF = "$ref";
    private static final int MOST_NODES = 500_000;

    private final Map<String, @Nullable Object> manifest;
    private int nodes;

    References(Map<String, @Nullable Object> manifest) {
        this.manifest = manifest;
    }

    /**
     * The value without any reference in it.
     *
     * @throws Unsupported if a reference leads nowhere, or to itself
     */
    @Nullable
    Object resolve(@Nullable Object value) throws Unsupported {
        nodes = 0;
        return resolve(value, new LinkedHashSet<>());
    }

    /** What a reference refers to, unresolved; null where it leads nowhere or is none. */
    @Nullable
    Object follow(@Nullable Object reference) {
        try {
            return reference instanceof String text && text.startsWith("#/")
                    ? find(text, text.substring(2), manifest)
                    : null;
        } catch (Unsupported e) {
            return null;
        }
    }

    private @Nullable Object resolve(@Nullable Object value, Set<String> passed) throws Unsupported {
        if (++nodes > MOST_NODES) {
            throw new Unsupported(new Text("参照を展開すると大きすぎます。", "it is too large once its references are resolved."));
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, passed);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(resolve(item, passed));
            }
            return items;
        }
        return value instanceof String text && text.startsWith("#/") ? referred(text, passed) : value;
    }

    private @Nullable Object object(Map<?, ?> map, Set<String> passed) throws Unsupported {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!key.equals(REF)) {
                own.put(key, resolve(entry.getValue(), passed));
            }
        }
        if (!map.containsKey(REF)) {
            return own;
        }
        Object referred = resolve(map.get(REF), passed);
        if (!(referred instanceof Map<?, ?> other)) {
            return referred;
        }
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        other.forEach((key, value) -> both.put(String.valueOf(key), value));
        both.putAll(own);
        return both;
    }

    private @Nullable Object referred(String reference, Set<String> passed) throws Unsupported {
        if (!passed.add(reference)) {
            throw new Unsupported(new Text(
                    "参照「" + reference + "」が循環しています。", "the reference '" + reference + "' leads back to itself."));
        }
        Object resolved = resolve(find(reference, reference.substring(2), manifest), passed);
        passed.remove(reference);
        return resolved;
    }

    /** A key may itself hold slashes, so the whole rest of the path is tried as a key before its first part is. */
    private static @Nullable Object find(String reference, String path, @Nullable Object at) throws Unsupported {
        if (at instanceof Map<?, ?> map && map.containsKey(path)) {
            return map.get(path);
        }
        int slash = path.indexOf('/');
        String head = slash < 0 ? path : path.substring(0, slash);
        Object next = step(reference, head, at);
        return slash < 0 || slash + 1 == path.length() ? next : find(reference, path.substring(slash + 1), next);
    }

    private static @Nullable Object step(String reference, String name, @Nullable Object at) throws Unsupported {
        if (at instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        if (at instanceof List<?> list && name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size()) {
            return list.get(Integer.parseInt(name));
        }
        throw new Unsupported(
                new Text("参照「" + reference + "」の先がありません。", "the reference '" + reference + "' leads nowhere."));
    }
}
