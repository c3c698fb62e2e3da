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
    private final Expression field;
    private final Optional<RequestOption> option;

    private ListRouter(Component component, Expression field, Optional<RequestOption> option) {
        this.component = component;
        this.field = field;
        this.option = option;
    }

    static ListRouter of(Component component) throws Unsupported {
        Optional<Component> option = component.child("request_option");
        return new ListRouter(
                component,
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
        Object values = written instanceof String text ? evaluated(text, scope) : written;
        if (values instanceof List<?> list) {
            return list;
        }
        throw new SourceUnavailable(Problem.error(
                "KEN-R12",
                new Location.Named(component.place() + ".values"),
                new Text("「" + written + "」はリストではありません。", "'" + written + "' is not a list."),
                new Text("config: にリストを書いてください。", "Write a list under config:.")));
    }

    private Object evaluated(String text, Variables scope) throws SourceUnavailable {
        try {
            Object value = component.expression("values", text).value(scope);
            return value == null ? "" : value;
        } catch (Unsupported e) {
            throw new IllegalStateException("was read before", e);
        }
    }

    @Override
    public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
        Object value = slice.partition().get(field.text(scope));
        if (option.isPresent() && value != null && !value.equals("")) {
            option.get().inject(value, parts, scope);
        }
    }
}
