package dev.kenshin.source.rest.request;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;

/** Where in a call a value goes: a parameter of the query, a header, or a field of the body. */
public final class RequestOption {
    private enum Into {
        REQUEST_PARAMETER,
        HEADER,
        BODY_DATA,
        BODY_JSON
    }

    private final Into into;
    private final List<Expression> path;

    private RequestOption(Into into, List<Expression> path) {
        this.into = into;
        this.path = path;
    }

    public static RequestOption of(Component component) throws Unsupported {
        if (!component.type().equals("RequestOption")) {
            throw component.unsupported();
        }
        Into into = into(component);
        List<Expression> path = component.expressions("field_path");
        boolean both = !path.isEmpty() && component.has("field_name");
        if (both || (path.size() > 1 && into != Into.BODY_JSON)) {
            throw component.unsupported();
        }
        return new RequestOption(into, path.isEmpty() ? List.of(component.requiredExpression("field_name")) : path);
    }

    private static Into into(Component component) throws Unsupported {
        return switch (component.text("inject_into").orElse("")) {
            case "request_parameter" -> Into.REQUEST_PARAMETER;
            case "header" -> Into.HEADER;
            case "body_data" -> Into.BODY_DATA;
            case "body_json" -> Into.BODY_JSON;
            default -> throw component.unsupported();
        };
    }

    public void inject(Object value, RequestParts parts, Variables scope) throws SourceUnavailable {
        List<String> names = new ArrayList<>(path.size());
        for (Expression step : path) {
            names.add(step.text(scope));
        }
        switch (into) {
            case REQUEST_PARAMETER -> parts.parameters().put(names.get(0), value);
            case HEADER -> parts.headers().put(names.get(0), value);
            case BODY_DATA -> parts.form().put(names.get(0), value);
            case BODY_JSON -> Dpath.put(parts.json(), names, value);
        }
    }
}
