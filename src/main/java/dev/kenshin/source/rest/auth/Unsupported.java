package dev.kenshin.source.rest.auth;

import dev.kenshin.problem.Text;

/** A manifest asks for something that cannot be had without running its Python, or that no such thing exists. */
public final class Unsupported extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text what;

    public Unsupported(Text what) {
        super(what.en());
        this.what = what;
    }

    /** Names the component and says why. */
    public Text what() {
        return what;
    }
}
