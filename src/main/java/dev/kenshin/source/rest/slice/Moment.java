package dev.kenshin.source.rest.slice;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.template.Variables;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A time that a manifest or its configuration states, kept within limits that they state too.
 *
 * @param place where in the manifest it stands
 */
record Moment(
        String place,
        TimeFormats formats,
        Expression time,
        Optional<Expression> earliest,
        Optional<Expression> latest) {

    /** The time under a field of a cursor; empty where there is none. */
    static Optional<Moment> of(Component cursor, String field, TimeFormats formats) throws Unsupported {
        Optional<Component> component = cursor.child(field);
        if (component.isEmpty()) {
            Optional<Expression> time =
                    cursor.expression(field).filter(it -> !it.toString().isBlank());
            return time.map(
                    it -> new Moment(cursor.place() + "." + field, formats, it, Optional.empty(), Optional.empty()));
        }
        Component limits = component.get();
        return Optional.of(new Moment(
                limits.place(),
                formats.with(limits.text("datetime_format")),
                limits.requiredExpression("datetime"),
                limits.expression("min_datetime"),
                limits.expression("max_datetime")));
    }

    OffsetDateTime in(Variables scope) throws SourceUnavailable {
        OffsetDateTime value = parse(time.text(scope));
        String first = earliest.isPresent() ? earliest.get().text(scope) : "";
        String last = latest.isPresent() ? latest.get().text(scope) : "";
        if (!first.isBlank() && parse(first).isAfter(value)) {
            value = parse(first);
        }
        return !last.isBlank() && parse(last).isBefore(value) ? parse(last) : value;
    }

    private OffsetDateTime parse(String text) throws SourceUnavailable {
        return formats.parse(text)
                .orElseThrow(() -> new SourceUnavailable(Problem.error(
                        "KEN-R13",
                        new Location.Named(place),
                        new Text("「" + text + "」は日時として読めません。", "'" + text + "' is not a time."),
                        new Text(
                                "config: の日時を 2025-10-01T00:00:00Z の形で書いてください。",
                                "Write the time under config: like 2025-10-01T00:00:00Z."))));
    }
}
