package dev.kenshin.source.rest.template;

import dev.kenshin.problem.Text;

/** A template that cannot be read or evaluated. */
public final class TemplateProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    TemplateProblem(Text why) {
        super(why.en());
        this.why = why;
    }

    /** A sentence that quotes the template. */
    public Text why() {
        return why;
    }
}
