package dev.kenshin.source.rest.record;

import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import java.util.ArrayList;
import java.util.List;

/** Makes the transformations of a stream. */
final class Transformations {
    private Transformations() {}

    static List<Transformation> of(Component stream, Component selector) throws Unsupported {
        List<Transformation> transformations = new ArrayList<>();
        for (Component component : stream.children("transformations")) {
            transformations.add(one(component));
        }
        if (selector.get("schema_normalization").filter("Default"::equals).isPresent()) {
            stream.child("schema_loader")
                    .flatMap(loader -> loader.child("schema"))
                    .ifPresent(schema -> transformations.add(new SchemaTypes(schema)));
        }
        return List.copyOf(transformations);
    }

    private static Transformation one(Component component) throws Unsupported {
        return switch (component.type()) {
            case "AddFields" -> AddFields.of(component);
            case "RemoveFields" -> RemoveFields.of(component);
            case "KeysToLower" -> Keys.lowerCase();
            case "KeysToSnakeCase" -> Keys.snakeCase();
            case "KeysReplace" -> Keys.replacing(component);
            case "FlattenFields" ->
                new FlattenFields(component.flag("flatten_lists") || !component.has("flatten_lists"));
            case "DpathFlattenFields" -> DpathFlattenFields.of(component);
            default -> throw component.unsupported();
        };
    }
}
