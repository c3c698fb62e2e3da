package dev.kenshin.reliability;

/** Something that happens to a night. */
interface Fault {
    /** In words that people read in the table of results; faults of one kind have one name. */
    String name();

    /** Exactly what is done, so that it can be done again. */
    String detail();

    /**
     * Does it to a run that this starts. When this returns, no process of the round runs any more, and whatever was broken
     * is mended.
     *
     * @return false if the run had ended before
     */
    boolean strike(Round round) throws Exception;

    /** Whether the round spends most of its time waiting. */
    default boolean waits() {
        return false;
    }
}
