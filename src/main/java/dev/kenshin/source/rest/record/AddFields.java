package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts values into the record. */
final class AddFields implements Transformation {
    private final List<Field> fields;
    private final Optional<Expression> condition;

    private record Field(List<String> path, Expression value, String type) {}

    private AddFields(List<Field> fields, Optional<Expression> condition) {
        this.fields = fields;
        this.condition = condition;
    }

    static AddFields of(Component component) throws Unsupported {
        List<Field> fields = new ArrayList<>();
        for (Component field : component.children("fields")) {
            List<String> path =
                    field.expressions("path").stream().map(Expression::toString).toList();
            if (path.isEmpty()) {
                throw field.missing("path");
            }
            fields.add(new Field(
                    path,
                    field.requiredExpression("value"),
                    field.text("value_type").orElse("")));
        }
        return new AddFields(fields, component.expression("condition").filter(it -> !it.toString()
                .isBlank()));
    }

    @Override
    public void apply(Map<String, @Nullable Object> record, Variables scope) throws SourceUnavailable {
        for (Field field : fields) {
            Variables seen = scope.with("record", record);
            Object value = value(field, seen);
            if (condition.isEmpty()
                    || condition.get().holds(seen.with("value", value).with("path", field.path()))) {
                Dpath.put(record, field.path(), value);
            }
        }
    }

    /** A value that is not of the stated type stays the text that the template gave. */
    private static @Nullable Object value(Field field, Variables scope) throws SourceUnavailable {
        if (field.type().equals("string")) {
            return field.value().text(scope);
        }
        Object value = field.value().value(scope);
        boolean fits =
                switch (field.type()) {
                    case "number" -> value instanceof Number;
                    case "integer" -> value instanceof Long || value instanceof Integer;
                    case "boolean" -> value instanceof Boolean;
                    default -> true;
                };
        return fits ? value : field.value().text(scope);
    }
}
