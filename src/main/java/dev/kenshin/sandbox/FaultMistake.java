package dev.kenshin.sandbox;

import dev.kenshin.problem.Text;

/** Faults are asked for in a way that nobody understands. */
public final class FaultMistake extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text what;

    FaultMistake(Text what) {
        super(what.en());
        this.what = what;
    }

    /** Names the part that is wrong, and what may stand there. */
    public Text what() {
        return what;
    }
}
