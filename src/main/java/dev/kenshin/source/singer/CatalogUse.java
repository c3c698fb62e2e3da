package dev.kenshin.source.singer;

/** How a tap is told which streams to read. */
enum CatalogUse {
    /** It is asked for its catalog, and given it back with {@code --catalog}. */
    DISCOVER("--catalog"),
    /** The same with {@code --properties}, as older taps want it. */
    PROPERTIES("--properties"),
    /** It is not told: it gives all it has. */
    NONE("");

    private final String option;

    CatalogUse(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }
}
