package dev.kenshin.source.rest.python;

import dev.kenshin.problem.Text;
import org.jspecify.annotations.Nullable;

/** Something that Python would refuse to evaluate. */
public final class PythonError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text why;
    private final boolean undefined;

    private PythonError(Text why, boolean undefined) {
        super(why.en(), null, false, false);
        this.why = why;
        this.undefined = undefined;
    }

    public PythonError(Text why) {
        this(why, false);
    }

    public PythonError(String ja, String en) {
        this(new Text(ja, en));
    }

    static PythonError undefined(String what) {
        return new PythonError(new Text("%sは定義されていません。".formatted(what), what + " is undefined."), true);
    }

    /** That an operator does not take such values. */
    public static PythonError operands(String operator, @Nullable Object left, @Nullable Object right) {
        String types = "%s %s %s".formatted(Types.name(left), operator, Types.name(right));
        return new PythonError("「%s」は計算できません。".formatted(types), "'%s' cannot be computed.".formatted(types));
    }

    /** That a value is of the wrong type or form for what is done with it. */
    public static PythonError unsuitable(String use, @Nullable Object value) {
        String shown = Printed.excerpt(value);
        return new PythonError(
                "%s に「%s」(%s)は使えません。".formatted(use, shown, Types.name(value)),
                "%s does not take '%s' (%s).".formatted(use, shown, Types.name(value)));
    }

    /** That evaluation would take too long, or its result too much space. */
    public static PythonError tooMuch() {
        return new PythonError("計算量が上限を超えました。", "It takes more steps or space than a template may.");
    }

    public Text why() {
        return why;
    }

    /** Whether something was asked of a value that is not there. */
    public boolean isUndefined() {
        return undefined;
    }
}
