package dev.kenshin.source.rest.manifest;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.template.Template;
import dev.kenshin.source.rest.template.TemplateProblem;
import dev.kenshin.source.rest.template.Variables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template with the parameters of the component that it belongs to. That it cannot be evaluated makes the stream
 * unavailable (KEN-R10).
 */
public final class Expression {
    private final String place;
    private final Template template;
    private final Map<String, @Nullable Object> parameters;

    Expression(String place, Template template, Map<String, @Nullable Object> parameters) {
        this.place = place;
        this.template = template;
        this.parameters = parameters;
    }

    /** Whether it is the same whatever the variables are. */
    public boolean constant() {
        return template.constant();
    }

    /** The rendered text, read as a Python literal where it is one. */
    public @Nullable Object value(Variables scope) throws SourceUnavailable {
        try {
            return template.value(with(scope));
        } catch (TemplateProblem e) {
            throw failed(e);
        }
    }

    /** The rendered text. */
    public String text(Variables scope) throws SourceUnavailable {
        try {
            return template.text(with(scope));
        } catch (TemplateProblem e) {
            throw failed(e);
        }
    }

    /** Whether the value counts as true. */
    public boolean holds(Variables scope) throws SourceUnavailable {
        try {
            return template.holds(with(scope));
        } catch (TemplateProblem e) {
            throw failed(e);
        }
    }

    private Variables with(Variables scope) {
        return template.constant() ? scope : scope.with("parameters", parameters);
    }

    private SourceUnavailable failed(TemplateProblem e) {
        return new SourceUnavailable(
                Problem.error(
                        "KEN-R10",
                        new Location.Named(place),
                        new Text(
                                "式を評価できません: " + e.why().ja(),
                                "An expression cannot be evaluated: " + e.why().en()),
                        new Text(
                                "マニフェストの式か、ソースの config: の値を直してください。",
                                "Correct the expression in the manifest, or the values under config: of the source.")),
                e);
    }

    @Override
    public String toString() {
        return template.toString();
    }
}
