package dev.kenshin.reliability;

/** Nothing happens; for comparison. The command that is given again is the first one. */
record Undisturbed() implements Fault {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String detail() {
        return "undisturbed";
    }

    @Override
    public boolean strike(Round round) {
        return true;
    }
}
