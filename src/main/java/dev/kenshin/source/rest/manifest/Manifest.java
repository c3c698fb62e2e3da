package dev.kenshin.source.rest.manifest;

import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connector manifest. Each stream is resolved on its own, so that a mistake in one leaves the others usable; what no
 * stream refers to is never looked at.
 */
public final class Manifest {
    private static final String ROOT = "DeclarativeSource.";

    private final Map<String, @Nullable Object> tree;
    private final References references;

    private Manifest(Map<String, @Nullable Object> tree) {
        this.tree = tree;
        this.references = new References(tree);
    }

    /**
     * A manifest that was read.
     *
     * @param tree as {@link ManifestFile} reads it
     */
    static Manifest of(Map<String, @Nullable Object> tree) {
        return new Manifest(tree);
    }

    /**
     * One stream.
     *
     * @param component empty where the stream cannot be had
     * @param obstacle why it cannot
     */
    public record Entry(String name, Optional<Component> component, Optional<Text> obstacle) {

        static Entry of(String name, Component component) {
            return new Entry(name, Optional.of(component), Optional.empty());
        }

        static Entry without(String name, Text obstacle) {
            return new Entry(name, Optional.empty(), Optional.of(obstacle));
        }
    }

    /** What the configuration of the connector must hold, as the manifest's spec says it; empty where there is none. */
    public Component specification() {
        try {
            return component("spec", tree.get("spec"))
                    .flatMap(spec -> spec.child("connection_specification"))
                    .orElse(new Component("spec", Map.of()));
        } catch (Unsupported e) {
            return new Component("spec", Map.of());
        }
    }

    /**
     * The streams, in the order of the manifest.
     *
     * @param scope holds {@code config}, on which some streams depend
     */
    public List<Entry> streams(Variables scope) {
        List<Entry> entries = new ArrayList<>();
        int position = 0;
        for (Object written : list("streams")) {
            add(entries, "streams[" + position++ + "]", written, scope);
        }
        position = 0;
        for (Object written : list("dynamic_streams")) {
            addCopies(entries, "dynamic_streams[" + position++ + "]", written, scope);
        }
        return entries;
    }

    private void add(List<Entry> entries, String place, @Nullable Object written, Variables scope) {
        try {
            Component stream = component(place, written)
                    .orElseThrow(() -> new Unsupported(new Text(place + " がストリームではありません。", place + " is no stream.")));
            if (stream.type().equals("ConditionalStreams")) {
                if (stream.requiredExpression("condition").holds(scope)) {
                    stream.children("streams").forEach(child -> entries.add(named(child)));
                }
            } else {
                entries.add(named(stream));
            }
        } catch (Unsupported e) {
            entries.add(Entry.without(writtenName(written).orElse(place), e.what()));
        } catch (SourceUnavailable e) {
            entries.add(Entry.without(place, e.problem().message()));
        }
    }

    private void addCopies(List<Entry> entries, String place, @Nullable Object written, Variables scope) {
        try {
            Component definition = component(place, written).orElseThrow(() -> new Unsupported(Text.same(place)));
            StreamTemplate.of(definition).streams(scope).forEach(copy -> entries.add(named(copy)));
        } catch (Unsupported e) {
            entries.add(Entry.without(place, e.what()));
        } catch (SourceUnavailable e) {
            entries.add(Entry.without(place, e.problem().message()));
        }
    }

    private static Entry named(Component stream) {
        String name = stream.text("name").orElse(stream.place());
        return Entry.of(name, new Component(name, stream.values()));
    }

    private Optional<Component> component(String place, @Nullable Object written) throws Unsupported {
        String field = ROOT + place.replaceFirst("\\[.*", "");
        Map<String, @Nullable Object> parameters =
                Cascade.asMap(tree.get(Cascade.PARAMETERS)).orElse(Map.of());
        return Cascade.asMap(references.resolve(written))
                .map(map -> new Component(place, Cascade.into(field, map, parameters)));
    }

    /** The name of a stream that cannot be resolved as a whole. */
    private Optional<String> writtenName(@Nullable Object written) {
        Object at = written;
        for (int i = 0; i < 10 && at != null; i++) {
            Map<String, @Nullable Object> map = Cascade.asMap(at).orElse(Map.of());
            Object name = Objects.requireNonNullElse(
                    map.get("name"),
                    Cascade.asMap(map.get(Cascade.PARAMETERS))
                            .map(parameters -> (Object) String.valueOf(parameters.get("name")))
                            .orElse(""));
            if (!name.equals("") && !name.equals("null")) {
                return Optional.of(name.toString());
            }
            at = references.follow(at instanceof String ? at : map.get("$ref"));
        }
        return Optional.empty();
    }

    private List<?> list(String field) {
        Object written = tree.get(field);
        Object found = written instanceof String ? references.follow(written) : written;
        return found instanceof List<?> list ? list : List.of();
    }
}
