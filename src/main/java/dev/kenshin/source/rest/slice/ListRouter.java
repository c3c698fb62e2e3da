package dev.kenshin.source.rest.slice;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.request.RequestOption;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A partition for each value of a list, which stands in the manifest or in the configuration. */
final class ListRouter implements Router {
    private final Component component;
    private final Optional<Expression> values;
    private final Expression field;
    private final Optional<RequestOption> option;

    /** @param values that are rendered; empty where the manifest has the list itself */
    private ListRouter(
            Component component, Optional<Expression> values, Expression field, Optional<RequestOption> option) {
        this.component = component;
        this.values = values;
        this.field = field;
        this.option = option;
    }

    static ListRouter of(Component component) throws Unsupported {
        Optional<Component> option = component.child("request_option");
        Object written = component.values().get("values");
        return new ListRouter(
                component,
                written instanceof String text ? Optional.of(component.expression("values", text)) : Optional.empty(),
                component.requiredExpression("cursor_field"),
                option.isEmpty() ? Optional.empty() : Optional.of(RequestOption.of(option.get())));
    }

    @Override
    public void partitions(Progress progress, Variables scope, Visitor<Slice> partitions)
            throws SourceUnavailable, RateLimitSpent {
        String name = field.text(scope);
        for (Object value : values(scope)) {
            partitions.visit(new Slice(Map.of(name, value), Map.of(), Map.of()));
        }
    }

    private List<?> values(Variables scope) throws SourceUnavailable {
        Object written = component.values().get("values");
        Object found = values.isPresent() ? values.get().value(scope) : written;
        if (found instanceof List<?> list) {
            return list;
        }
        throw new SourceUnavailable(Problem.error(
                "KEN-R12",
                new Location.Named(component.place() + ".values"),
                new Text("「" + written + "」はリストではありません。", "'" + written + "' is not a list."),
                new Text("config: にリストを書いてください。", "Write a list under config:.")));
    }

    @Override
    public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
        Object value = slice.partition().get(field.text(scope));
        if (option.isPresent() && value != null && !value.equals("")) {
            option.get().inject(value, parts, scope);
        }
    }
}
