package dev.kenshin.source.rest.template;

import dev.kenshin.problem.Text;

/** A template that cannot be read or evaluated. */
public final class TemplateProblem extends Exception {
    private static final long serialVersionUID = 1;
    private static final int EXCERPT = 200;

    private final transient Text why;

    TemplateProblem(String template, Text reason) {
        super(reason.en());
        String shown = template.length() <= EXCERPT ? template : template.substring(0, EXCERPT) + "…";
        this.why = new Text(
                "テンプレート「%s」: %s".formatted(shown, reason.ja()),
                "In the template '%s': %s".formatted(shown, reason.en()));
    }

    /** A sentence that quotes the template. It may also quote data, so redact secrets before it is shown. */
    public Text why() {
        return why;
    }
}
