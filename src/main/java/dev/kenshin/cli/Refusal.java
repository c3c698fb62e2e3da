package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;

/** A command that cannot be carried out as it was given; the text says what to do instead. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text text;
    private final ExitCode exitCode;

    Refusal(ExitCode exitCode, Text text) {
        super(text.en());
        this.text = text;
        this.exitCode = exitCode;
    }

    Text text() {
        return text;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
