package dev.kenshin.source.rest.manifest;

import dev.kenshin.problem.Text;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.template.Template;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One component of a manifest, complete in itself.
 *
 * @param place where it stands in the manifest, {@code tickets.retriever.paginator}
 * @param values its fields; numbers are Long or Double
 */
public record Component(String place, Map<String, @Nullable Object> values) {
    /** Every variable that some component's templates may refer to. */
    private static final Set<String> VARIABLES = Set.of(
            "config",
            "parameters",
            "record",
            "response",
            "headers",
            "last_record",
            "last_page_size",
            "page_size",
            "next_page_token",
            "stream_slice",
            "stream_partition",
            "stream_interval",
            "property",
            "value",
            "path",
            "components_values",
            "stream_template_config");

    /** The component's type, empty where there is none. */
    public String type() {
        return text("type").orElse("");
    }

    public boolean has(String field) {
        return values.get(field) != null;
    }

    public Optional<Object> get(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** A scalar as text. */
    public Optional<String> text(String field) {
        return get(field).filter(Component::isScalar).map(Object::toString);
    }

    public boolean flag(String field) {
        return get(field)
                .map(value -> value.toString().equalsIgnoreCase("true"))
                .orElse(false);
    }

    public OptionalLong number(String field) {
        return get(field)
                .map(Object::toString)
                .filter(text -> text.matches("-?\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** The parameters that templates of this component may refer to. */
    public Map<String, @Nullable Object> parameters() {
        return Cascade.asMap(values.get(Cascade.PARAMETERS)).orElse(Map.of());
    }

    /** The component or plain mapping under a field. */
    public Optional<Component> child(String field) {
        return Cascade.asMap(values.get(field)).map(map -> new Component(place + "." + field, map));
    }

    /** The components of a list; a single one counts as a list of one. */
    public List<Component> children(String field) {
        if (!(values.get(field) instanceof List<?> list)) {
            return child(field).map(List::of).orElse(List.of());
        }
        List<Component> children = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = place + "." + field + "[" + i + "]";
            Cascade.asMap(list.get(i)).ifPresent(map -> children.add(new Component(at, map)));
        }
        return children;
    }

    /** The child that a component of this type cannot do without. */
    public Component required(String field) throws Unsupported {
        return child(field).orElseThrow(() -> missing(field));
    }

    public Optional<Expression> expression(String field) throws Unsupported {
        Optional<String> text = text(field);
        return text.isPresent() ? Optional.of(expression(field, text.get())) : Optional.empty();
    }

    public Expression requiredExpression(String field) throws Unsupported {
        return expression(field).orElseThrow(() -> missing(field));
    }

    /** The texts of a list, each of which may hold expressions; a single text counts as a list of one. */
    public List<Expression> expressions(String field) throws Unsupported {
        List<?> texts = values.get(field) instanceof List<?> list
                ? list
                : text(field).map(List::of).orElse(List.of());
        List<Expression> expressions = new ArrayList<>();
        for (Object text : texts) {
            expressions.add(expression(field, String.valueOf(text)));
        }
        return expressions;
    }

    /** A text of this component that may hold expressions. */
    public Expression expression(String field, String text) throws Unsupported {
        try {
            Template template = Template.of(text);
            template.expect(VARIABLES);
            return new Expression(place + "." + field, template, parameters());
        } catch (TemplateProblem e) {
            throw new Unsupported(new Text(
                    place + "." + field + ": " + e.why().ja(),
                    place + "." + field + ": " + e.why().en()));
        }
    }

    /** That nobody here knows what to do with this component. */
    public Unsupported unsupported() {
        String what = Stream.of("type", "class_name")
                .flatMap(field -> text(field).stream())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("?");
        return new Unsupported(
                new Text(what + "（" + place + "）には対応していません。", what + " (" + place + ") is not supported."));
    }

    public Unsupported missing(String field) {
        return new Unsupported(new Text(place + " に " + field + " がありません。", place + " has no " + field + "."));
    }

    private static boolean isScalar(Object value) {
        return !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
    }
}
